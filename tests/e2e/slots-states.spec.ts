import { orderIn, SHOPS, type SlotShop } from './slots/own-orders'
import { selling, slotsOn } from './slots/slots-on'
import { leftBehind } from './support/measure'
import { expectSound } from './support/sound'
import { expect, test } from './support/test'
import { watch } from './support/watch'

const WIDTHS = [320, 390, 1280]

/** What has to stand on a page, and what may sell there. */
const EXPECTED = {
  happy: { holds: ['products', 'newsletter', 'delivery-wishes'], sells: ['products', 'newsletter'] },
  late: { holds: ['apology-voucher', 'contact'], sells: [] },
  'address problem': { holds: ['address-fix', 'contact'], sells: [] },
} as const

const slugs: SlotShop[] = ['alpenglueck', 'maison-lumen']
const cases = slugs.flatMap((slug) =>
  (['happy', 'late', 'address problem'] as const).map((state) => ({ slug, state })),
)

for (const { slug, state } of cases)
  test(`an order of ${slug} that is ${state} shows what fits, and is sound at every width, light and dark`, async ({
    page,
    demo,
  }) => {
    const order = await orderIn(demo, slug, state)
    const { errors, requests } = await watch(page)
    const { holds, sells } = EXPECTED[state]
    // A voucher is granted by work of its own, shortly after the report.
    await expect(async () => {
      await page.goto(order.page)
      expect(await slotsOn(page)).toEqual(expect.arrayContaining([...holds]))
    }).toPass({ timeout: 15_000 })
    expect(selling(await slotsOn(page)).sort()).toEqual([...sells].sort())
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 })
      await page.reload()
      await expectSound(page)
    }
    expect(await leftBehind(page)).toEqual({ cookies: 0, local: 0, session: 0 })
    expect(requests.filter((url) => !url.startsWith(`${demo.origin}/`))).toEqual([])
    expect(errors).toEqual([])
  })

test('what goes with an order is what others bought with it, and never what is in it', async ({
  page,
  demo,
}) => {
  for (const slug of slugs) {
    await page.goto((await orderIn(demo, slug, 'happy')).page)
    const links = page.locator('[data-slot=products] a')
    expect(await links.count()).toBe(3)
    for (const href of await links.evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? '')))
      expect(href).toMatch(new RegExp(`^/${slug}/${SHOPS[slug].locale}/go/`))
    const bought = await page.locator('[data-part=items]').first().textContent()
    for (const title of await links.allTextContents()) expect(bought).not.toContain(title)
  }
})
