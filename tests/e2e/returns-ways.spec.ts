import { at, type Circumstance, inWords, useOf } from './returns/circumstances'
import { hosted as test } from './returns/scene'
import { WAYS, type WayName } from './returns/ways'
import { leftBehind } from './support/measure'
import { expect } from './support/test'
import { watch } from './support/watch'

/** Every way on either width, with JavaScript and without, and every language on several of them. */
const WHERE: readonly (readonly [WayName, readonly Circumstance[]])[] = [
  [
    'money back for one of two items, less its share of a discount',
    [at(390, 'de', true), at(1280, 'bar', false), at(390, 'en', false), at(1280, 'fr', true)],
  ],
  ['a larger one that costs more', [at(390, 'bar', false), at(1280, 'en', true)]],
  [
    'two orders and two boxes: money for one thing, credit for another',
    [at(1280, 'de', false), at(390, 'fr', true)],
  ],
  ['a present, without a price on any page', [at(390, 'bar', true), at(1280, 'fr', false)]],
  ['what may be kept', [at(1280, 'en', false), at(390, 'bar', true)]],
  ['a defect that a person looks at first', [at(390, 'en', false), at(1280, 'de', true)]],
  ['called off', [at(390, 'fr', true), at(1280, 'de', false)]],
  ['sent by somebody else after all', [at(390, 'en', false), at(1280, 'de', true)]],
  ['a deduction that is contested and answered', [at(390, 'de', true), at(1280, 'fr', false)]],
  ['another wish for what has run out', [at(390, 'bar', false), at(1280, 'en', true)]],
]

for (const [name, circumstances] of WHERE)
  for (const circumstance of circumstances)
    test.describe(inWords(circumstance), () => {
      test.use(useOf(circumstance))

      test(name, async ({ scene, page }) => {
        const { errors, requests } = await watch(page)
        await WAYS[name](scene)
        expect(errors.filter((error) => !/status of 422/.test(error))).toEqual([])
        expect(requests.filter((url) => !url.startsWith(`${scene.shop.origin}/`))).toEqual([])
        expect(await leftBehind(page)).toEqual({ cookies: 0, local: 0, session: 0 })
      })
    })
