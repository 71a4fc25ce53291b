import { expect } from '../support/test'
import type { Scene } from './scene'

export type Step = 'items' | 'reasons' | 'outcomes' | 'method' | 'review' | 'order'

type Upload = { name: string; mimeType: string; buffer: Buffer }

/** A text as its amount in minor units; every amount has two decimals, whatever the language. */
const cents = (text: string): number => Number(text.replace(/\D/g, '')) * (/^[−-]/.test(text.trim()) ? -1 : 1)

/** Goes through the portal by what its forms name, so that every language is the same to it. */
export function visitor({ root }: Pick<Scene, 'root'>) {
  const field = (name: string) => root.locator(`[name="${name}"]`)
  const option = (name: string, value: string) => root.locator(`[name="${name}"][value="${value}"]`)
  const form = root.locator('form[data-part=step-form]')
  const line = (title: string) => root.locator('[data-part=line]').filter({ hasText: title })
  const errors = root.locator('[data-part=errors]')

  const press = () => form.locator('button:not([name]):not([aria-hidden])').click()

  return {
    field,
    option,
    form,
    line,
    errors,
    headline: root.locator('h1'),
    press,

    /** Waits until a step is there. */
    at: (step: Step) => expect(root.locator(`form[action*="/${step}"]`)).toBeVisible(),

    /** Waits for the answer that something is wrong. */
    refused: () => expect(errors).toBeVisible(),

    async find(order: string, email: string): Promise<void> {
      await field('order').fill(order)
      await field('email').fill(email)
      await root.locator('[data-part=returns-form] button').click()
      await expect(root.locator('form[action*="/returns/o/"]')).toBeVisible()
    },

    async openGift(code: string): Promise<void> {
      await field('code').fill(code)
      await root.locator('[data-part=gift-form] button').click()
    },

    /** Ticks items by their titles, with how many of each. */
    async take(titles: Readonly<Record<string, number>>): Promise<void> {
      for (const [title, quantity] of Object.entries(titles)) {
        await line(title).getByRole('checkbox').check()
        if ((await line(title).locator('select').count()) > 0)
          await line(title).locator('select').selectOption(String(quantity))
      }
      await press()
    },

    async because(
      key: string,
      reason: string,
      { sub, comment, photos }: { sub?: string; comment?: string; photos?: Upload[] } = {},
    ): Promise<void> {
      await option(`reason-${key}`, reason).check()
      if (sub) await option(`subReason-${key}-${reason}`, sub).check()
      if (comment) await field(`comment-${key}`).fill(comment)
      if (photos) await field(`photos-${key}`).setInputFiles(photos)
    },

    async wants(key: string, outcome: string, sku?: string): Promise<void> {
      await option(`outcome-${key}`, outcome).check()
      if (sku === undefined) return
      const offer = option(`exchangeSku-${key}-${outcome}`, sku)
      const product = root.locator('details', { has: offer })
      if ((await product.count()) > 0 && !(await offer.isVisible())) await product.locator('summary').click()
      await offer.check()
    },

    /** Says which item travels in which box. */
    async pack(boxes: Readonly<Record<string, number>>): Promise<void> {
      await root.locator('[data-part=boxes] > summary').click()
      for (const [key, box] of Object.entries(boxes)) await field(`box-${key}`).selectOption(String(box))
    },

    by: (method: string) => option('method', method).check(),

    /** The sum as it stands on the page: its lines, and what comes out of them. */
    async sum(): Promise<{ lines: number[]; totals: number[] }> {
      const [lines, totals] = await root
        .locator('[data-part=sum] dl')
        .evaluateAll((lists) =>
          lists.map((list) => [...list.querySelectorAll('dd')].map((cell) => cell.textContent ?? '')),
        )
      return { lines: (lines ?? []).map(cents), totals: (totals ?? []).map(cents) }
    },

    /** The page of a return that was sent: its number and how it stands. */
    async done(): Promise<{ number: string; stage: string; path: string }> {
      const lead = root.locator('[data-stage]')
      await expect(lead).toBeVisible()
      const path = await lead.evaluate(() => location.pathname)
      return {
        number: path.split('/').at(-1) ?? '',
        stage: (await lead.getAttribute('data-stage')) ?? '',
        path,
      }
    },
  }
}

export type Visitor = ReturnType<typeof visitor>
