import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import type { SlotContext } from '@/lib/slots/slot'

type HelpNoticeProps = {
  context: SlotContext
  slot: string
  tone: 'good' | 'action' | 'warn'
  title: string
  children: ReactNode
}

/** What helps when something is wrong: on a ground of its tone, so that it is found among the rest. */
export function HelpNotice({ context, slot, tone, title, children }: HelpNoticeProps) {
  const id = `${context.id}-title`
  return (
    <section
      data-part="slot"
      data-slot={slot}
      data-tone={tone}
      aria-labelledby={id}
      className="rounded-brand border-2 border-mark bg-ground p-5 text-words @container print:hidden"
    >
      <div className="flex gap-3">
        <Icon name={tone} className="mt-0.5 size-6 text-mark" />
        <h2 id={id} className="display min-w-0 pt-0.5 text-xl wrap-anywhere">
          {title}
        </h2>
      </div>
      <div className="@md:ps-9">{children}</div>
    </section>
  )
}
