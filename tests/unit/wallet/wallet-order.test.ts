import { describe, expect, it } from 'vitest'
import { speakParcel } from '@/lib/orders/order-view'
import { emptyProjection } from '@/lib/parcels/empty-projection'
import type { Projection } from '@/lib/parcels/projection'
import { STATUS_CODES } from '@/lib/parcels/status'
import { walletOrder } from '@/lib/wallet/wallet-order'
import { nordic } from '@/tests/support/sample-shops'
import { promise } from '@/tests/support/samples'

const NOW = new Date('2026-11-24T09:00:00Z')

const order = (parcels: Partial<Projection>[], hasRest = false) =>
  walletOrder({
    shop: nordic,
    orderTypeIdentifier: 'order.com.example.nordlys',
    merchantIdentifier: 'merchant.com.example.nordlys',
    order: {
      id: 'o-1',
      number: 'NL-1',
      placedAt: new Date('2026-11-20T08:00:00Z'),
      updatedAt: new Date('2026-11-20T08:00:00Z'),
    },
    url: 'https://orders.example/nordlys/en/o/x',
    items: [{ title: 'Headphones', quantity: 2, image: 'item-1.png' }],
    spoken: parcels.map((more, index) => {
      const projection = { ...emptyProjection('outbound'), ...more }
      const parcel = {
        id: `s-${index}`,
        carrier: 'ups',
        number: `1Z${index}`,
        updatedAt: '2026-11-23T10:00:00.5Z',
        projection,
      }
      return speakParcel(nordic, 'en', parcel, NOW)
    }),
    contents: parcels.map(() => [{ title: 'Headphones', quantity: 2 }]),
    hasRest,
  })

describe('an order for Wallet', () => {
  it('has every field that schema version 1 requires', () => {
    expect(order([{ status: 'in_transit.arrived', window: promise('2026-11-25', '2026-11-26') }])).toEqual({
      schemaVersion: 1,
      orderType: 'ecommerce',
      orderTypeIdentifier: 'order.com.example.nordlys',
      orderIdentifier: 'o-1',
      orderNumber: 'NL-1',
      orderManagementURL: 'https://orders.example/nordlys/en/o/x',
      createdAt: '2026-11-20T08:00:00Z',
      updatedAt: '2026-11-23T10:00:00Z',
      status: 'open',
      merchant: {
        merchantIdentifier: 'merchant.com.example.nordlys',
        displayName: 'Nordlys Audio',
        url: 'https://nordlys.example',
        logo: 'logo.png',
        emailAddress: 'hilfe@nordlys.example',
        phoneNumber: '+49 89 1234567',
        contactURL: 'https://nordlys.example/chat',
      },
      lineItems: [{ title: 'Headphones', quantity: 2, image: 'item-1.png' }],
      fulfillments: [
        {
          fulfillmentType: 'shipping',
          fulfillmentIdentifier: 's-0',
          status: 'onTheWay',
          statusDescription: 'Arrives between tomorrow and Thursday 26 November',
          notes: expect.any(String),
          carrier: 'UPS',
          trackingNumber: '1Z0',
          trackingURL: 'https://www.ups.com/track?tracknum=1Z0',
          estimatedDeliveryAt: '2026-11-26T12:00:00+01:00',
          lineItems: [{ title: 'Headphones', quantity: 2 }],
        },
      ],
    })
  })

  it('gives named hours as a start and a duration', () => {
    const window = promise('2026-11-25', '2026-11-25', { from: '10:00', to: '12:30' })
    expect(order([{ status: 'out_for_delivery.on_vehicle', window }]).fulfillments[0]).toMatchObject({
      status: 'outForDelivery',
      estimatedDeliveryAt: '2026-11-25T10:00:00+01:00',
      estimatedDeliveryWindowDuration: 'PT2H30M',
    })
  })

  it('is completed when everything was delivered, cancelled when nothing will come, open while anything is left', () => {
    const time = {
      at: '2026-11-23T09:30:00Z',
      localTime: null,
      offsetMinutes: null,
      zoneKnown: true,
      raw: null,
    }
    const delivered = {
      status: 'delivered.mailbox',
      statusTime: time,
      final: true,
    } satisfies Partial<Projection>
    expect(order([delivered]).status).toBe('completed')
    expect(order([delivered]).fulfillments[0]).toMatchObject({
      status: 'delivered',
      deliveredAt: '2026-11-23T09:30:00Z',
    })
    expect(order([delivered], true).status).toBe('open')
    expect(order([delivered, { status: 'in_transit.arrived' }]).status).toBe('open')
    expect(order([{ status: 'cancelled.other' }]).status).toBe('cancelled')
    expect(order([]).status).toBe('open')
  })

  it('leaves out parcels on their way back to the shop', () => {
    expect(order([{ direction: 'inbound', status: 'in_transit.arrived' }]).fulfillments).toEqual([])
  })

  it('has a status and words for every state', () => {
    for (const status of STATUS_CODES) {
      const [fulfillment] = order([{ status }]).fulfillments
      expect(fulfillment?.status, status).toMatch(
        /^(open|processing|shipped|onTheWay|outForDelivery|delivered|issue|cancelled)$/,
      )
      expect(fulfillment?.statusDescription, status).not.toBe('')
    }
  })
})
