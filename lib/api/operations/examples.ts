/** A parcel on its last miles, as the examples show it. */
export const EXAMPLE_PARCEL = {
  carrier: 'dhl',
  carrierName: 'DHL',
  number: '00340434161094000001',
  direction: 'outbound',
  status: 'out_for_delivery.on_vehicle',
  attention: null,
  window: {
    earliest: '2026-11-21',
    latest: '2026-11-21',
    likely: '2026-11-21',
    from: '10:00',
    to: '13:00',
    source: 'carrier',
    original: { earliest: '2026-11-21', latest: '2026-11-22' },
  },
  lateSince: null,
  silentHours: null,
  pickup: null,
  signedBy: null,
  progress: {
    steps: ['announced', 'handed_over', 'on_the_way', 'out_for_delivery', 'delivered'],
    current: 3,
    stopped: false,
  },
  final: false,
  updatedAt: '2026-11-21T06:41:08.000Z',
  words: {
    title: 'Today between 10:00 and 13:00',
    meaning: 'Your parcel is on the delivery vehicle.',
    next: 'It will be handed over today.',
    action: 'Nothing to do.',
    steps: ['Announced', 'Handed over', 'On its way', 'Out for delivery', 'Delivered'],
    scans: ['Out for delivery'],
    labels: {
      progress: 'Progress',
      pickup: 'Collect here',
      items: 'In this parcel',
      rest: 'Everything else',
      history: 'History',
    },
  },
  scans: [
    {
      at: '2026-11-21T06:40:00.000Z',
      localTime: '2026-11-21T07:40:00',
      zoneKnown: true,
      status: 'out_for_delivery.on_vehicle',
      text: 'In das Zustellfahrzeug geladen',
      place: 'München, DE',
    },
  ],
} as const

const ITEM = {
  title: 'Regenjacke Karwendel',
  variant: 'M / Enzian',
  quantity: 2,
  image: 'https://parcels.example.org/media/alpenglueck/3f1c.webp',
} as const

export const EXAMPLE_ORDER = {
  shop: 'alpenglueck',
  order: 'AG-1001',
  placedAt: '2026-11-18T08:12:00.000Z',
  locale: 'en',
  parcels: [{ ...EXAMPLE_PARCEL, items: [ITEM] }],
  unshipped: [],
} as const

/** Everything an order can say. */
export const EXAMPLE_ORDER_BODY = {
  placedAt: '2026-11-18T09:12:00+01:00',
  locale: 'de',
  currency: 'EUR',
  customer: { name: 'Resi Huber', email: 'resi@example.org', phone: '+49891234567', tags: ['vip'] },
  deliveryAddress: {
    name: 'Resi Huber',
    line1: 'Sendlinger Str. 1',
    line2: null,
    postalCode: '80331',
    city: 'München',
    region: null,
    countryCode: 'DE',
  },
  lines: [
    {
      id: '1',
      sku: 'AG-SHELL-M',
      title: 'Regenjacke Karwendel',
      variant: 'M / Enzian',
      quantity: 2,
      unitPrice: 18990,
      discount: 0,
      taxRate: 0.19,
      image: 'https://shop.example.org/pictures/karwendel.jpg',
      url: 'https://shop.example.org/karwendel',
      category: 'jackets',
      vendor: 'Karwendel Werke',
      product: 'AG-SHELL',
      tags: ['new'],
      options: { size: 'M', colour: 'Enzian' },
    },
  ],
  shipping: { price: 490, service: 'standard' },
  discounts: [{ code: 'HERBST', amount: 1000 }],
  parcels: [{ carrier: 'dhl', number: '00340434161094000001', lines: [{ id: '1', quantity: 2 }] }],
  tags: ['preorder'],
  channel: 'web',
} as const

export const EXAMPLE_HOST = {
  host: 'orders.example.org',
  verified: false,
  verifiedAt: null,
  proof: {
    dns: {
      type: 'TXT',
      name: '_doorstep.orders.example.org',
      value: 'doorstep-verification=0Zk2m5o1T8y3Wq7pL4xJ9A',
    },
    file: {
      url: 'https://orders.example.org/.well-known/doorstep-verification.txt',
      content: 'doorstep-verification=0Zk2m5o1T8y3Wq7pL4xJ9A',
    },
  },
} as const
