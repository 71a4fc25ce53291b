import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { JsonLdBlock } from '@/components/page/json-ld'
import { jsonLdText, orderJsonLd } from '@/lib/orders/json-ld'
import { speakParcel } from '@/lib/orders/order-view'
import { emptyProjection } from '@/lib/parcels/empty-projection'
import type { Projection } from '@/lib/parcels/projection'
import { nordic } from '@/tests/support/sample-shops'
import { promise } from '@/tests/support/samples'

const NOW = new Date('2026-11-24T09:00:00Z')

const ld = (more: Partial<Projection>, titles: string[] = ['Headphones']) => {
  const projection = { ...emptyProjection('outbound'), status: 'in_transit.arrived' as const, ...more }
  const spoken = [
    speakParcel(nordic, 'en', { carrier: 'ups', number: '1Z 9', updatedAt: NOW, projection }, NOW),
  ]
  const data = orderJsonLd(nordic, { number: 'NL-1', spoken, contents: [titles] })
  return data && JSON.parse(jsonLdText(data))
}

describe('the data of an order’s page', () => {
  it('is one ParcelDelivery a parcel, by the names of schema.org', () => {
    expect(ld({ window: promise('2026-11-25', '2026-11-27') })).toEqual({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'ParcelDelivery',
          carrier: { '@type': 'Organization', name: 'UPS' },
          trackingNumber: '1Z 9',
          trackingUrl: 'https://www.ups.com/track?tracknum=1Z%209',
          deliveryStatus: {
            '@type': 'DeliveryEvent',
            name: 'Arrives between tomorrow and Friday 27 November',
          },
          expectedArrivalFrom: '2026-11-25',
          expectedArrivalUntil: '2026-11-27',
          itemShipped: [{ '@type': 'Product', name: 'Headphones' }],
          partOfOrder: {
            '@type': 'Order',
            orderNumber: 'NL-1',
            seller: { '@type': 'Organization', name: 'Nordlys Audio', url: 'https://nordlys.example' },
          },
        },
      ],
    })
  })

  it('gives named hours the offset of the shop’s zone', () => {
    const window = promise('2026-11-25', '2026-11-25', { from: '10:00', to: '12:00' })
    expect(ld({ window })['@graph'][0]).toMatchObject({
      expectedArrivalFrom: '2026-11-25T10:00:00+01:00',
      expectedArrivalUntil: '2026-11-25T12:00:00+01:00',
    })
  })

  it('says where and until when a waiting parcel can be collected, and promises no arrival', () => {
    const pickup = { name: 'Locker 12', address: 'Torvet 1', lastDay: '2026-11-28' }
    const [parcel] = ld({ status: 'available_for_pickup.locker', pickup })['@graph']
    expect(parcel.deliveryStatus).toMatchObject({
      availableThrough: '2026-11-28',
      location: 'Locker 12, Torvet 1',
    })
    expect(parcel).not.toHaveProperty('expectedArrivalFrom')
  })

  it('promises nothing of days that have passed', () => {
    expect(ld({ window: promise('2026-11-20') })['@graph'][0]).not.toHaveProperty('expectedArrivalUntil')
  })

  it('is absent while there is no parcel', () => {
    expect(orderJsonLd(nordic, { number: 'NL-1', spoken: [], contents: [] })).toBeNull()
  })

  it('can’t be broken out of: whatever a text holds, the element ends where we end it', () => {
    const nasty = '</script><script>alert(1)</script><!-- \u2028 & "'
    const data = ld({}, [nasty])
    const html = renderToStaticMarkup(createElement(JsonLdBlock, { data }))
    expect(html.match(/<\/script/gi)).toHaveLength(1)
    expect(html).not.toMatch(/<!--|<script>/)
    const inner = html.slice(html.indexOf('>') + 1, html.lastIndexOf('<'))
    expect(JSON.parse(inner)['@graph'][0].itemShipped[0].name).toBe(nasty)
  })
})
