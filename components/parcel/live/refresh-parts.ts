import { morph } from './morph'

const LIVE = '[data-live]'

const idsOf = (page: ParentNode): string =>
  [...page.querySelectorAll<HTMLElement>(LIVE)].map((part) => part.dataset.live).join()

/** What a page says aloud: the headlines and what they mean. */
export const spokenWords = (page: ParentNode): string[] =>
  [...page.querySelectorAll('[data-part=headline],[data-part=meaning]')].map(
    (part) => part.textContent?.replace(/\s+/g, ' ').trim() ?? '',
  )

/** What is new in it: of several parcels only the one that moved is announced. */
export const newsOf = (before: readonly string[], after: readonly string[]): string =>
  after
    .filter((text, index) =>
      before.length === after.length ? before[index] !== text : !before.includes(text),
    )
    .join(' ')

/** Takes the live parts, the title and the source of the JSON over from a newer copy of the same page. */
export function refreshParts(page: Document, newer: Document): void {
  const main = page.querySelector('main')
  const newerMain = newer.querySelector('main')
  // Somebody's error page in between has nothing of ours.
  if (!main || !newerMain?.hasAttribute('data-json')) return
  page.title = newer.title
  main.toggleAttribute('data-final', newerMain.hasAttribute('data-final'))
  if (idsOf(page) === idsOf(newer)) {
    for (const part of main.querySelectorAll<HTMLElement>(LIVE)) {
      const twin = newer.querySelector(`[data-live="${CSS.escape(part.dataset.live ?? '')}"]`)
      if (twin) morph(part, twin)
    }
    return
  }
  // A parcel came or went: the whole content, but not the region that announces it.
  const region = newerMain.querySelector('[role=status]')
  if (region) region.textContent = main.querySelector('[role=status]')?.textContent ?? ''
  morph(main, newerMain)
}
