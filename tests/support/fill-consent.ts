import { consentSettingsSchema } from '@/lib/consent/settings'
import { requestConsent } from '@/lib/services/consent/request-consent'
import { writeConsentSettings } from '@/lib/services/consent/write-consent-settings'
import type { Context } from '@/lib/services/context'
import type { TestShop } from './context'

/** What a shop says of its checkout, and somebody who asks for its mails. */
export async function fillConsent(context: Context, { id, shop }: TestShop): Promise<void> {
  await writeConsentSettings(context, id, consentSettingsSchema.parse({}))
  const asked = await requestConsent(context, shop, {
    email: 'resi@example.org',
    purpose: 'newsletter',
    locale: 'de',
    country: 'DE',
    place: 'newsletter',
    wording: { locale: 'de', text: 'Neuigkeiten und Angebote' },
    peer: '192.0.2.1',
  })
  if (!asked.ok) throw new Error(asked.error.code)
}
