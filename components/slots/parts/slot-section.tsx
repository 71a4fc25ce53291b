import type { ReactNode } from 'react'
import { Heading } from '@/components/ui/heading'
import type { SlotContext } from '@/lib/slots/slot'

type SlotSectionProps = {
  context: SlotContext
  slot: string
  title: string
  /** `quiet`: a label as the page's own sections have; `told`: the shop speaks. */
  voice?: 'quiet' | 'told'
  children: ReactNode
}

/** A slot's place in the page: lays itself out by its own width, since it may stand in a column or beside one. */
export function SlotSection({ context, slot, title, voice = 'told', children }: SlotSectionProps) {
  const id = `${context.id}-title`
  return (
    <section data-part="slot" data-slot={slot} aria-labelledby={id} className="@container print:hidden">
      {voice === 'quiet' ? (
        <Heading level={2}>
          <span id={id}>{title}</span>
        </Heading>
      ) : (
        <h2 id={id} className="display text-xl text-text">
          {title}
        </h2>
      )}
      {children}
    </section>
  )
}
