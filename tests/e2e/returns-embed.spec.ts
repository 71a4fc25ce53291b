import { heard, listenFor } from './embed/test'
import { at, type Circumstance, inWords, useOf } from './returns/circumstances'
import { embedded as test } from './returns/scene'
import { WAYS, type WayName } from './returns/ways'
import { expect } from './support/test'
import { watch } from './support/watch'

/** Every way once more in a frame of the shop's page: on either width, with its script and without. */
const WHERE: readonly (readonly [WayName, readonly Circumstance[]])[] = [
  [
    'money back for one of two items, less its share of a discount',
    [at(390, 'de', true), at(1280, 'en', false)],
  ],
  ['a larger one that costs more', [at(1280, 'de', true)]],
  ['two orders and two boxes: money for one thing, credit for another', [at(390, 'de', false)]],
  ['a present, without a price on any page', [at(390, 'fr', true)]],
  ['what may be kept', [at(390, 'fr', false)]],
  ['a defect that a person looks at first', [at(1280, 'fr', true)]],
  ['called off', [at(390, 'en', false)]],
  ['sent by somebody else after all', [at(1280, 'en', true)]],
  ['a deduction that is contested and answered', [at(1280, 'de', false)]],
  ['another wish for what has run out', [at(390, 'en', true)]],
]

for (const [name, circumstances] of WHERE)
  for (const circumstance of circumstances)
    test.describe(`in a frame, ${inWords(circumstance)}`, () => {
      test.use(useOf(circumstance))

      test(name, async ({ scene, page, brand }) => {
        const { errors, requests } = await watch(page)
        await WAYS[name](scene)
        const own = [scene.shop.origin, brand.site.origin]
        expect(errors.filter((error) => !/status of 4\d\d/.test(error))).toEqual([])
        expect(requests.filter((url) => !own.some((origin) => url.startsWith(`${origin}/`)))).toEqual([])
        expect(await page.context().cookies()).toEqual([])
      })
    })

test('the shop’s page hears that a return is begun and that it is sent, and nothing of whose it is', async ({
  scene,
  page,
}) => {
  await listenFor(page)
  await WAYS['money back for one of two items, less its share of a discount'](scene)
  const told = await heard(page)
  const names = told.map(({ type }) => type).filter((type) => type.startsWith('return-'))
  expect(names).toEqual(['return-started', 'return-submitted'])
  const pages = told.filter(({ type }) => type === 'ready' || type === 'navigate')
  expect(new Set(pages.map(({ detail }) => detail.page))).toEqual(new Set(['returns', 'return']))
  expect(JSON.stringify(told)).not.toMatch(/@|E2E-|\/returns\//)
})
