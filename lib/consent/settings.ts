import { z } from 'zod'

/** What a shop says of its checkout; until it does, the rule for existing customers carries nothing. */
export const consentSettingsSchema = z.strictObject({
  /** Since when buyers are told, where they give their address, that they can object to its use for advertising. */
  noticeSince: z.iso.datetime({ offset: true }).nullable().default(null),
  /** Channels of orders that are the shop's own sales; an order without a channel is one. */
  ownChannels: z.array(z.string().min(1).max(100)).max(50).default(['web', 'app']),
})
export type ConsentSettings = z.infer<typeof consentSettingsSchema>
