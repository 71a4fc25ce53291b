import { Heading } from '@/components/ui/heading'
import { Icon, type IconName } from '@/components/ui/icon'
import type { Talk } from '@/lib/i18n/translator'
import type { HelpfulShop } from './view-model'

type Way = { icon: IconName; label: string; href: string; text: string }

function waysOf({ help }: HelpfulShop, { t }: Talk): Way[] {
  const { email, phone, chatUrl } = help
  return [
    ...(email
      ? [{ icon: 'mail' as const, label: t('help.email'), href: `mailto:${email}`, text: email }]
      : []),
    ...(phone
      ? [
          {
            icon: 'phone' as const,
            label: t('help.phone'),
            href: `tel:${phone.replace(/[^+\d]/g, '')}`,
            text: phone,
          },
        ]
      : []),
    ...(chatUrl
      ? [{ icon: 'chat' as const, label: t('help.chat'), href: chatUrl, text: t('help.chat') }]
      : []),
  ]
}

/** Who helps; the last thing of every page's content, so that it is always in the same place. */
export function Help({ shop, reference, talk }: { shop: HelpfulShop; reference: string | null; talk: Talk }) {
  const { t } = talk
  const ways = waysOf(shop, talk)
  if (ways.length === 0) return null
  return (
    <section data-part="help">
      <Heading level={2}>{t('help.title')}</Heading>
      <p className="mt-2">{t('help.lead', { shop: shop.name })}</p>
      <ul className="mt-2">
        {ways.map((way) => (
          <li key={way.href}>
            <a
              href={way.href}
              rel="noreferrer"
              aria-label={way.text === way.label ? undefined : `${way.label}: ${way.text}`}
              className="inline-flex min-h-12 items-center gap-3 break-all text-link underline underline-offset-4"
            >
              <Icon name={way.icon} />
              {way.text}
            </a>
          </li>
        ))}
      </ul>
      {reference ? (
        <p className="mt-1 text-sm text-muted">
          {t('help.ready')} <span className="whitespace-nowrap">{reference}</span>
        </p>
      ) : null}
    </section>
  )
}
