import type { Operation } from '@/lib/api/operation'
import { writtenOrderSchema } from '@/lib/api/schemas/order-schema'
import { shipmentSchema } from '@/lib/api/schemas/shipment-schema'
import { orderBodySchema } from '@/lib/orders/order'
import { EXAMPLE_ORDER_BODY, EXAMPLE_PARCEL } from './examples'

const WRITTEN = {
  number: 'AG-1001',
  links: {
    order: 'https://parcels.example.org/alpenglueck/de/o/k7f2q9.3vYw1mC0b8XhJ5tRzL6aPQ',
    json: 'https://parcels.example.org/api/v1/o/k7f2q9.3vYw1mC0b8XhJ5tRzL6aPQ',
  },
  referralCode: 'K7Q2M4XA9T',
}

const SHIPMENT = {
  ...EXAMPLE_PARCEL,
  generation: 1,
  orders: ['AG-1001'],
  scans: EXAMPLE_PARCEL.scans.map((scan) => ({
    ...scan,
    raw: [
      {
        provider: 'standard',
        status: 'out_for_delivery.on_vehicle',
        substatus: null,
        code: null,
        time: '2026-11-21T07:40:00+01:00',
      },
    ],
  })),
  inbox: [
    {
      id: '019aa5c2-6a58-7c1e-9d3b-0f6f2f0b7a11',
      provider: 'standard',
      state: 'processed',
      attempts: 1,
      error: null,
      receivedAt: '2026-11-21T06:41:07.000Z',
      processedAt: '2026-11-21T06:41:08.000Z',
    },
  ],
}

/** What a merchant writes and reads of orders and parcels. */
export const ORDERS: readonly Operation[] = [
  {
    id: 'writeOrder',
    method: 'put',
    path: '/api/v1/orders/{number}',
    tag: 'Orders and parcels',
    summary: 'Write an order',
    description:
      'Creates the order or replaces what is known of it; sending the same again changes nothing. Amounts are in minor units of ' +
      '`currency` and include tax; a line’s `discount` is that line’s total, the order’s `discounts` come on top. Line ids are ' +
      'unique, and parcels name ids of this order; parcels that a later request leaves out stay.',
    access: 'merchant',
    parameters: [
      { name: 'number', description: 'The order’s number as the shop writes it.', example: 'AG-1001' },
    ],
    body: {
      name: 'OrderBody',
      schema: orderBodySchema,
      description: 'At most 1,000,000 bytes; unknown fields are refused by name.',
      example: EXAMPLE_ORDER_BODY,
    },
    answers: {
      200: { description: 'The order was known.', schema: writtenOrderSchema, example: WRITTEN },
      201: { description: 'The order is new.', schema: writtenOrderSchema, example: WRITTEN },
    },
    problems: ['not_json', 'too_large', 'invalid_body'],
  },
  {
    id: 'readShipment',
    method: 'get',
    path: '/api/v1/shipments/{carrier}/{number}',
    tag: 'Orders and parcels',
    summary: 'A parcel with its raw scans and deliveries',
    access: 'merchant',
    parameters: [
      { name: 'carrier', description: 'The carrier’s slug or name.', example: 'dhl' },
      {
        name: 'number',
        description: 'The carrier’s number; spaces don’t matter.',
        example: '00340434161094000001',
      },
    ],
    shared: ['locale', 'acceptLanguage'],
    answers: {
      200: { description: 'The newest parcel of that number.', schema: shipmentSchema, example: SHIPMENT },
    },
    problems: ['not_found'],
  },
]
