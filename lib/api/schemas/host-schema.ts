import { z } from 'zod'

const proofSchema = z.strictObject({
  dns: z.strictObject({ type: z.literal('TXT'), name: z.string(), value: z.string() }),
  file: z.strictObject({ url: z.url(), content: z.string() }),
})

/** A shop's own host, with what proves it. */
export const hostSchema = z
  .strictObject({
    host: z.string(),
    verified: z.boolean(),
    verifiedAt: z.iso.datetime().nullable(),
    proof: proofSchema.describe('Publish one of the two.'),
  })
  .meta({ id: 'Host' })

export const hostListSchema = z.strictObject({ hosts: z.array(hostSchema) }).meta({ id: 'HostList' })
