import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SLOTS } from '@/components/slots/registry'
import { slotPreviewBodySchema, slotPreviewSchema } from '@/lib/api/schemas/slot-preview-schema'
import { checkPlaced } from '@/lib/slots/check-placed'
import { LEFT_OUT } from '@/lib/slots/choose-slots'
import { defaultsBeside } from '@/lib/slots/default-slots'
import { leftOutWords } from '@/lib/slots/left-out-words'
import { placedSlotSchema } from '@/lib/slots/placed-slot'
import { PLACEMENTS } from '@/lib/slots/placement'
import { targetingSchema } from '@/lib/slots/targeting-rule'

const text = readFileSync(new URL('../../../docs/slots/README.md', import.meta.url), 'utf8')
const [placed, asked, answer] = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']): unknown =>
  JSON.parse(json),
)

describe('what docs/slots/README.md shows', () => {
  it('can be placed as it stands there', () => {
    expect(checkPlaced(placedSlotSchema.parse(placed), SLOTS, 'de')).toMatchObject({ ok: true })
  })

  it('can be asked for, and is answered so', () => {
    expect(slotPreviewBodySchema.safeParse(asked).error?.issues).toBeUndefined()
    const { left } = slotPreviewSchema.parse(answer)
    expect(left.map(leftOutWords)).toEqual(left.map(({ words }) => words))
  })

  it('names every place, every condition, every reason, and what stands by itself', () => {
    const names = [
      ...PLACEMENTS,
      ...Object.keys(targetingSchema.shape),
      ...LEFT_OUT,
      ...defaultsBeside([]).map(({ slot }) => slot),
    ]
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
  })
})
