import { z } from 'zod'

const jwkSchema = z.looseObject({
  kid: z.string().optional(),
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  alg: z.string().optional(),
  use: z.string().optional(),
})

/** What an endpoint can set: only providers that sign with a key pair read it. */
export const endpointSettingsSchema = z.strictObject({
  /** The vendor's keys themselves, `{keys: […]}` or the list alone. */
  jwks: z.union([z.object({ keys: z.array(jwkSchema).min(1) }), z.array(jwkSchema).min(1)]).optional(),
  /** Where to fetch them; default: the vendor's own address. */
  jwksUrl: z.url({ protocol: /^https?$/ }).optional(),
})
export type EndpointSettings = z.infer<typeof endpointSettingsSchema>
