import { parseShopId } from '@/lib/core/ids'
import type { Locale } from '@/lib/i18n/locales'
import { type Talk, translator } from '@/lib/i18n/translator'
import type { LabelFacts } from '@/lib/returns/labels/label-facts'

export const talkIn = (locale: Locale, address: 'informal' | 'formal' = 'informal'): Talk =>
  translator(
    {
      id: parseShopId('0191f000-0000-7000-8000-000000000001'),
      version: address === 'formal' ? 2 : 1,
      address,
      wording: {},
      timeZone: 'Europe/Berlin',
    },
    locale,
  )

export const labelFacts = (more: Partial<LabelFacts> = {}): LabelFacts => ({
  shopName: 'Alpenglück',
  returnNumber: 'R7K2-M4QX',
  orderNumbers: ['AG-1001', 'AG-1007'],
  box: 1,
  boxes: 2,
  carrier: 'dhl',
  service: 'Retoure Online',
  barcode: 'RR123456785DE',
  symbology: 'code128',
  from: {
    name: 'Resi Huber-Łukasiewicz',
    line1: 'Sendlinger Str. 1',
    line2: null,
    postalCode: '80331',
    city: 'München',
    region: null,
    countryCode: 'DE',
  },
  to: {
    name: 'Alpenglück Retouren',
    line1: 'Gewerbepark Nord 12',
    line2: 'Tor 3',
    postalCode: '6020',
    city: 'Innsbruck',
    region: null,
    countryCode: 'AT',
  },
  lastDay: '2026-12-19',
  checkIn: 'https://orders.example/r/R7K2-M4QX',
  issuedAt: '2026-11-20T12:00:00.000Z',
  items: [
    { title: 'Regenjacke Karwendel', variant: 'M / Enzian', quantity: 2 },
    { title: 'Wollsocken Zugspitze', variant: null, quantity: 1 },
  ],
  ...more,
})
