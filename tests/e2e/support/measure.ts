import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** What axe has against the page as it stands: rule and element. */
export const violations = (page: Page): Promise<string[]> => told(new AxeBuilder({ page }).withTags(RULES))

/** The same for what another colour scheme can change. */
export const colourViolations = (page: Page): Promise<string[]> =>
  told(new AxeBuilder({ page }).withRules(COLOUR_RULES))

async function told(axe: AxeBuilder): Promise<string[]> {
  // One document is looked at here, no frames: what is found needn’t be put together on a page of its own, which takes longer than the look.
  axe.setLegacyMode(true)
  const { violations: found } = await axe.analyze()
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
}

/** Texts that stand outside the window, and the page itself where it is wider; what is only for listening doesn't count. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement
    const found = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} px wide`] : []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      if (!text.textContent?.trim() || !text.parentElement) continue
      const hidden = [...walkUp(text.parentElement)].some((element) => element.clientWidth === 1)
      if (hidden) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      for (const { left, right } of range.getClientRects())
        if (left < -1 || right > root.clientWidth + 1)
          found.push(`${Math.round(left)}…${Math.round(right)}: ${text.textContent}`)
    }
    return found

    function* walkUp(element: Element): Generator<Element> {
      for (let each: Element | null = element; each; each = each.parentElement) yield each
    }
  })

/** What has moved by itself since the page began, and how far. */
export const layoutShifts = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
          reject(new Error('this browser measures no shifts'))
        const found: string[] = []
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) found.push(JSON.stringify(entry))
        }).observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => setTimeout(() => resolve(found), 50))
      }),
  )

/** Scrolls to every picture that can be seen, so that those which wait for it are there. */
export const loadPictures = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (const image of document.images) {
      if (!image.checkVisibility()) continue
      image.scrollIntoView()
      await image.decode()
    }
  })

/** What the page has left in the browser. */
export async function leftBehind(page: Page): Promise<{ cookies: number; local: number; session: number }> {
  const { length } = await page.context().cookies()
  return {
    cookies: length,
    ...(await page.evaluate(() => ({ local: localStorage.length, session: sessionStorage.length }))),
  }
}

/** A text as it is read aloud: one space between words. */
export const words = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim()
