import type { ReactNode } from 'react'
import type { SlotContext } from '@/lib/slots/slot'

const LOOKS = {
  line: 'inline-flex min-h-11 items-center gap-2.5 text-link underline underline-offset-4',
  button:
    'inline-flex min-h-12 max-w-full items-center justify-center gap-2.5 rounded-brand border-2 border-edge px-6 py-2.5 text-center font-semibold text-text underline-offset-4 hover:underline',
  toned:
    'inline-flex min-h-12 max-w-full items-center justify-center gap-2.5 rounded-brand bg-mark px-6 py-2.5 text-center font-semibold text-ground underline-offset-4 hover:underline forced:border',
  bare: '',
} as const

type SlotLinkProps = {
  context: SlotContext
  href: string
  /** `shop`: a page of the web, counted where it is the shop's own; `page`: an address of this page's own. */
  to: 'shop' | 'page'
  look?: keyof typeof LOOKS
  /** A class of its own for what the looks don't know. */
  className?: string
  /** What is read out where the words alone don't say which. */
  label?: string | undefined
  children: ReactNode
}

/** A slot's link: what leaves the page goes through the counted way, and out of a frame. */
export function SlotLink({
  context,
  href,
  to,
  look = 'line',
  className = '',
  label,
  children,
}: SlotLinkProps) {
  const leaves = to === 'shop'
  return (
    <a
      href={leaves ? context.go(href) : href}
      target={leaves && context.framed ? '_top' : undefined}
      rel={leaves ? 'noreferrer' : 'nofollow'}
      aria-label={label}
      className={`${LOOKS[look]} ${className}`.trim()}
    >
      {children}
    </a>
  )
}
