import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import type { SlotContext } from '@/lib/slots/slot'

type HelpNoticeProps = {
  context: SlotContext
  slot: string
  tone: 'calm' | 'good' | 'action' | 'warn'
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
      className="@container rounded-brand border-2 border-mark bg-ground p-5 text-words print:hidden"
    >
      <div className="flex gap-4">
        <Icon name={tone} className="mt-0.5 size-6 text-mark" />
        <div className="min-w-0 grow">
          <h2 id={id} className="font-semibold">
            {title}
          </h2>
          {children}
        </div>
      </div>
    </section>
  )
}
