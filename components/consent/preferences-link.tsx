import type { Talk } from '@/lib/i18n/translator'

/** Leads to what somebody may be sent and shown. */
export function PreferencesLink({ href, talk: { t } }: { href: string; talk: Talk }) {
  return (
    <p data-part="preferences-link" className="print:hidden">
      <a
        href={href}
        rel="nofollow"
        className="inline-flex min-h-12 items-center text-sm text-link underline underline-offset-4"
      >
        {t('preferences.link')}
      </a>
    </p>
  )
}
