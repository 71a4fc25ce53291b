import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkSettings } from '@/lib/slots/check-settings'
import { placedSlotSchema } from '@/lib/slots/placed-slot'

const KIND = {
  settings: z
    .strictObject({
      title: z.string().trim().min(1).nullable().default(null),
      'a/b~c': z.strictObject({ deep: z.string() }).optional(),
      from: z.number().default(0),
      to: z.number().default(10),
    })
    .refine(({ from, to }) => from <= to, { path: ['to'], message: 'ends before it begins' }),
}

const check = (body: object) =>
  checkSettings(placedSlotSchema.parse({ slot: 'x', placement: 'aside', ...body }), KIND, 'de')
const pointersOf = (body: object): string[] => {
  const checked = check(body)
  return checked.ok ? [] : checked.error.map(({ pointer }) => pointer)
}

describe('settings of a placed slot', () => {
  it('come back as their kind stores them, where they were written and nowhere else', () => {
    const variants = [
      { id: 'a', share: 1, settings: { title: ' A ' }, translations: { fr: { title: ' B ' } } },
    ]
    const checked = check({ settings: { title: ' C ' }, translations: { en: { title: ' D ' } }, variants })
    expect(checked).toMatchObject({
      ok: true,
      value: {
        settings: { title: 'C' },
        translations: { en: { title: 'D' } },
        variants: [{ settings: { title: 'A' }, translations: { fr: { title: 'B' } } }],
      },
    })
    expect(check({})).toMatchObject({ ok: true, value: { settings: {}, translations: {}, variants: [] } })
  })

  it('are named by the part of the body that they come from', () => {
    expect(pointersOf({ settings: { 'a/b~c': {} } })).toEqual(['/settings/a~1b~0c/deep'])
    expect(pointersOf({ translations: { en: { 'a/b~c': { deep: 1 } } } })).toEqual([
      '/translations/en/a~1b~0c/deep',
    ])
  })

  it('have to go together in each language and variant, not alone', () => {
    expect(pointersOf({ settings: { from: 5 } })).toEqual([])
    expect(pointersOf({ settings: { from: 5, to: 8 }, translations: { en: { to: 4 } } })).toEqual([
      '/translations/en/to',
    ])
    const variants = [{ id: 'a', share: 1, translations: { fr: { to: 1 } } }]
    expect(pointersOf({ settings: { from: 5 }, variants })).toEqual(['/variants/0/translations/fr/to'])
  })

  it('that are wrong in every language are told once', () => {
    expect(pointersOf({ settings: { title: 7 }, translations: { en: {}, fr: {} } })).toEqual([
      '/settings/title',
    ])
  })

  it('in the default language stand in `settings`: beside them they would never be shown', () => {
    expect(pointersOf({ translations: { de: { title: 'x' } } })).toEqual(['/translations/de'])
    const variants = [{ id: 'a', share: 1, translations: { de: {} } }]
    expect(pointersOf({ variants })).toEqual(['/variants/0/translations/de'])
  })
})
