type ChannelRule = {
  /** False: it stands on the shopper's own page, which they have opened themselves. */
  sent: boolean
  /** Even news of the order needs a consent: the platform's rule for WhatsApp, the browser's for push. */
  serviceNeedsConsent: boolean
  /** The rule for existing customers is used here. It speaks of electronic mail; for short messages it is disputed, so it isn't. */
  customerRule: boolean
}

/** How somebody is reached. */
export const CHANNELS = {
  page: { sent: false, serviceNeedsConsent: false, customerRule: false },
  email: { sent: true, serviceNeedsConsent: false, customerRule: true },
  sms: { sent: true, serviceNeedsConsent: false, customerRule: false },
  whatsapp: { sent: true, serviceNeedsConsent: true, customerRule: false },
  push: { sent: true, serviceNeedsConsent: true, customerRule: false },
} as const satisfies Record<string, ChannelRule>
export type Channel = keyof typeof CHANNELS

export const SENT_CHANNELS = ['email', 'sms', 'whatsapp', 'push'] as const satisfies readonly Channel[]
export type SentChannel = (typeof SENT_CHANNELS)[number]
