import { nordlys } from '@/db/seed/demo/shops/nordlys'
import type { DemoPlacement } from './demo-placement'

const home = nordlys.settings.homeUrl

/** What stands on Nordlys’ pages beside the answer: a word where something went wrong. */
export const nordlysPlacements: readonly DemoPlacement[] = [
  {
    id: 'our-apology',
    slot: 'apology-voucher',
    placement: 'under-status',
    priority: 700,
    settings: { link: `${home}/voucher/{code}` },
    translations: { de: { link: `${home}/de/gutschein/{code}` } },
  },
]
