import type { Messages } from '@/lib/embed/messages'
import { hasHost, tell } from './host'
import { isFramable, withLook } from './page'
import { show } from './show'

const WAYS: Record<string, Messages['fromFrame']['link']['to']> = {
  'http:': 'web',
  'https:': 'web',
  'mailto:': 'mail',
  'tel:': 'phone',
}

/** A click that asks for another tab or window is the browser's. */
const isPlain = (click: MouseEvent): boolean =>
  click.button === 0 && !click.metaKey && !click.ctrlKey && !click.shiftKey && !click.altKey

function follow(click: MouseEvent, link: HTMLAnchorElement): void {
  const samePage = link.pathname === location.pathname && link.hash !== ''
  const part = samePage ? document.getElementById(link.hash.slice(1)) : null
  if (part) {
    click.preventDefault()
    show(part)
  } else if (isFramable(link)) {
    // What is saved or opens beside the frame brings no other document into it.
    if (link.hasAttribute('download') || link.target) return
    link.href = withLook(link.href)
    tell('asked', null)
  } else {
    const to = WAYS[link.protocol]
    if (to) tell('link', { to, host: to === 'web' ? link.host : null })
  }
}

/** Says what links lead to: a part of the page, another page in the frame, or out of it. */
export function followClicks(): void {
  document.addEventListener('click', (click) => {
    const link = click.target instanceof Element ? click.target.closest<HTMLAnchorElement>('a[href]') : null
    if (link && hasHost() && isPlain(click) && !click.defaultPrevented) follow(click, link)
  })
}
