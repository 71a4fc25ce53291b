import { Icon } from '@/components/ui/icon'
import type { Talk } from '@/lib/i18n/translator'

/** Puts the named day into the shopper's own calendar: a file, no account and no third party. */
export function CalendarLink({ href, talk: { t } }: { href: string; talk: Talk }) {
  return (
    <p data-part="calendar" className="print:hidden">
      <a
        href={href}
        rel="nofollow"
        className="inline-flex min-h-11 items-center gap-2.5 text-words underline underline-offset-4"
      >
        <Icon name="date" className="size-5 text-mark" />
        {t('calendar.add')}
      </a>
    </p>
  )
}
