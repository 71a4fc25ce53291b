import type { Guide } from '@/components/slots/settings/guides'
import { Icon } from '@/components/ui/icon'
import type { SlotContext } from '@/lib/slots/slot'
import { Prose } from './prose'
import { SlotLink } from './slot-link'

/** One guide, behind its title where there are several. */
export function GuideEntry({ guide, open, context }: { guide: Guide; open: boolean; context: SlotContext }) {
  const { t } = context.talk
  const { title, text, link } = guide
  return (
    <details open={open} className="group border-t border-line">
      <summary className="flex min-h-12 cursor-pointer list-none items-center justify-between gap-4 py-2 font-semibold [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 wrap-anywhere">{title}</span>
        <Icon name="more" className="size-5 text-muted group-open:rotate-180" />
      </summary>
      <div className="pb-4">
        {text ? <Prose text={text} /> : null}
        {link ? (
          <SlotLink context={context} href={link} to="shop" label={t('slots.care.linkOf', { title })}>
            {t('slots.care.link')}
          </SlotLink>
        ) : null}
      </div>
    </details>
  )
}
