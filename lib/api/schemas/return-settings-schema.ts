import { z } from 'zod'
import { SERVICE_SECRETS, serviceSecretsSchema } from '@/lib/returns/service-secrets'
import { returnSettingsSchema } from '@/lib/returns/settings'

/** What a merchant writes: the settings whole; of the secrets only those that change. */
export const returnSettingsBodySchema = returnSettingsSchema.extend({
  secrets: serviceSecretsSchema
    .default({})
    .describe('Written, never read: null takes one away, one that is left out stays.'),
})
export type ReturnSettingsBody = z.infer<typeof returnSettingsBodySchema>

const secretName = z.enum(SERVICE_SECRETS)

/** The settings as they can be read. */
export const readReturnSettingsSchema = z
  .strictObject({
    ...returnSettingsSchema.shape,
    secrets: z
      .array(z.strictObject({ name: secretName, addedAt: z.iso.datetime() }))
      .describe('The secrets that are there, by name; what they are is never told.'),
    missing: z.array(secretName).describe('Secrets without which a service that is chosen here can’t work.'),
  })
  .meta({ id: 'ReturnSettings' })
export type ReturnSettingsJson = z.infer<typeof readReturnSettingsSchema>

export const writtenReturnSettingsSchema = readReturnSettingsSchema
  .extend({
    webhookSecret: z
      .string()
      .nullable()
      .describe('The secret that was made for the webhooks just now, shown once; null: none was made.'),
  })
  .meta({ id: 'WrittenReturnSettings' })
export type WrittenReturnSettingsJson = z.infer<typeof writtenReturnSettingsSchema>
