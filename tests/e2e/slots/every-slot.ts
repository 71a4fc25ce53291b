import { ask } from '../returns/merchant'
import type { Shop } from '../support/send'

const RICH =
  '<p>Genäht in <strong>Bad Tölz</strong>, von vier Leuten.</p><ul><li>Ein Faden</li><li>Eine Naht</li></ul>'

/** Every kind of slot, on a page of a delivered order; `site` is the shop's own. */
const placed = (site: string): Record<string, { slot: string; placement: string; settings?: object }> => ({
  'a-announcement': {
    slot: 'announcement',
    placement: 'under-status',
    settings: {
      title: 'Vor Weihnachten dauert es länger',
      text: 'Was bis zum 18. bestellt wird, kommt rechtzeitig.',
    },
  },
  'a-contact': { slot: 'contact', placement: 'under-status' },
  'b-products': { slot: 'products', placement: 'under-items' },
  'b-review': {
    slot: 'review-request',
    placement: 'under-items',
    settings: { link: `${site}/bewerten?sku={sku}` },
  },
  'b-care': {
    slot: 'care',
    placement: 'under-items',
    settings: {
      guides: [{ categories: ['jackets'], title: 'Jacken waschen', text: 'Bei 30 Grad, ohne Weichspüler.' }],
    },
  },
  'c-feedback': { slot: 'feedback', placement: 'after-history' },
  'c-voucher': {
    slot: 'voucher',
    placement: 'after-history',
    settings: {
      voucher: { code: 'WIEDER10', kind: 'percent', value: 1000, currency: 'EUR', minimum: 5000 },
      link: `${site}/gutschein/{code}`,
    },
  },
  'c-custom': {
    slot: 'custom',
    placement: 'after-history',
    settings: { title: 'Aus der Werkstatt', html: RICH },
  },
  'd-newsletter': { slot: 'newsletter', placement: 'aside' },
  'd-referral': { slot: 'referral', placement: 'aside', settings: { link: `${site}/einladung?code={code}` } },
  'd-loyalty': { slot: 'loyalty', placement: 'aside', settings: { rate: 1 } },
  'd-stores': {
    slot: 'store-finder',
    placement: 'aside',
    settings: {
      stores: [{ name: 'Brand München', address: 'Sendlinger Str. 1, 80331 München', hours: 'Mo–Sa 10–19' }],
    },
  },
})

/** The kinds that `placeEvery` places. */
export const EVERY = Object.values(placed('https://site.example')).map(({ slot }) => slot)

/** Places one of each, without the usual calm. */
export async function placeEvery(shop: Shop, site: string): Promise<void> {
  for (const [id, body] of Object.entries(placed(site)))
    await ask(shop, 'PUT', `slots/${id}`, { ...body, caps: { page: 20, placement: 20 } })
}
