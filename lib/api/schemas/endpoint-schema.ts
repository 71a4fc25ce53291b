import { z } from 'zod'

/** A new webhook address. */
export const createdEndpointSchema = z
  .strictObject({
    id: z.string(),
    url: z.url().describe('Where the provider posts to.'),
    secret: z
      .string()
      .nullable()
      .describe('Shown once; null for providers that sign with a key pair of their own.'),
  })
  .meta({ id: 'CreatedEndpoint' })
