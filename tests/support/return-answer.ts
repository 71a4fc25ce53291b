import { EXAMPLE_RETURN } from '@/lib/api/operations/return-examples'
import { returnSchema } from '@/lib/api/schemas/return-schema'
import type { ReturnJson } from '@/lib/client'

/** A return as the API answers with it. */
export const returnAnswer = (more: Partial<ReturnJson> = {}): ReturnJson => ({
  ...returnSchema.parse(EXAMPLE_RETURN),
  ...more,
})

const [item] = returnAnswer().items
if (!item) throw new Error('the example has an item')

/** An item that was checked, with something deducted. */
export const CHECKED_ITEM: ReturnJson['items'][number] = {
  ...item,
  quantity: 2,
  received: { quantity: 2, at: '2026-11-24T09:00:00.000Z' },
  check: {
    at: '2026-11-24T10:00:00.000Z',
    grade: 'worn',
    deduction: { amount: 500, text: '€5.00' },
    deductionReason: 'Soles are worn.',
    photos: [{ url: 'https://parcels.example.org/photo.webp', width: 640, height: 480 }],
    contest: {
      text: 'It came like that.',
      at: '2026-11-24T11:00:00.000Z',
      answer: 'You are right.',
      answeredAt: '2026-11-25T11:00:00.000Z',
    },
  },
  words: { ...item.words, grade: 'Signs of use' },
}
