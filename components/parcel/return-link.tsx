import { Icon } from '@/components/ui/icon'
import type { Talk } from '@/lib/i18n/translator'

/** Leads to the items of an order that can go back. */
export function ReturnLink({ href, talk: { t } }: { href: string; talk: Talk }) {
  return (
    <section data-part="return-link" className="border-t border-line pt-6 print:hidden">
      <p className="text-muted">{t('returns.linkLead')}</p>
      <a
        href={href}
        rel="nofollow"
        className="inline-flex min-h-12 items-center gap-2.5 text-link underline underline-offset-4"
      >
        <Icon name="box" />
        {t('returns.link')}
      </a>
    </section>
  )
}
