import type { Calendar, Moment } from '@/db/seed/demo/calendar'
import type { DemoPlace, Story } from '@/db/seed/demo/vendors/story'

const TAASTRUP: DemoPlace = { city: 'Taastrup', country: 'DK', postalCode: '2630' }
const KASTRUP: DemoPlace = { city: 'Kastrup', country: 'DK', postalCode: '2770' }
const COPENHAGEN: DemoPlace = { city: 'København', country: 'DK' }
const BROENDBY: DemoPlace = { city: 'Brøndby', country: 'DK', postalCode: '2605' }
const TAULOV: DemoPlace = { city: 'Taulov', country: 'DK', postalCode: '7000' }
const AALBORG: DemoPlace = { city: 'Aalborg', country: 'DK', postalCode: '9000' }
const HAMBURG: DemoPlace = { city: 'Hamburg', country: 'DE' }
const MALMOE: DemoPlace = { city: 'Malmö', country: 'SE' }
const COLOGNE: DemoPlace = { city: 'Köln', country: 'DE' }

const LIEGE: DemoPlace = { city: 'Liège', country: 'BE' }

const shop = 'nordlys'

const UPS_LABEL = 'Shipper created a label, UPS has not received the package yet.'

/** The scans that UPS and EasyPost both tell of one parcel, in their own codes. */
const toBerlin = (
  c: Calendar,
): { at: Moment; ups: string; easypost: string; text: string; place: DemoPlace | null }[] => [
  {
    at: c.at(-2, '11:40'),
    ups: 'M/MP/003',
    easypost: 'pre_transit/label_created',
    text: UPS_LABEL,
    place: null,
  },
  {
    at: c.at(-2, '18:31'),
    ups: 'I/OR/005',
    easypost: 'in_transit/in_transit',
    text: 'Origin Scan',
    place: TAASTRUP,
  },
  {
    at: c.at(-2, '22:05'),
    ups: 'I/DP/005',
    easypost: 'in_transit/in_transit',
    text: 'Departed from Facility',
    place: KASTRUP,
  },
  {
    at: c.overnight('03:52'),
    ups: 'I/AR/005',
    easypost: 'in_transit/in_transit',
    text: 'Arrived at Facility',
    place: COLOGNE,
  },
]

/** What carriers tell of Nordlys’ parcels. */
export const nordlysStories = (c: Calendar): Story[] => [
  {
    shop,
    provider: 'ups',
    carrier: 'ups',
    number: '1Z5R89396812345678',
    order: 'NL-3001',
    scheduled: c.day(0),
    promise: { earliest: c.day(0), latest: c.day(0), ...c.hours() },
    steps: [
      { at: c.at(-2, '10:22'), code: 'M/MP/003', text: UPS_LABEL, place: null },
      { at: c.at(-2, '18:15'), code: 'I/OR/005', text: 'Origin Scan', place: TAASTRUP },
      { at: c.at(-1, '21:38'), code: 'I/DP/005', text: 'Departed from Facility', place: KASTRUP },
      { at: c.overnight('05:51'), code: 'I/YP/005', text: 'Processing at UPS Facility', place: COPENHAGEN },
      { at: c.today('08:36'), code: 'I/OT/021', text: 'Out For Delivery', place: COPENHAGEN },
    ],
  },
  {
    shop,
    provider: 'ship24',
    carrier: 'postnord-dk',
    number: '00370730254871360194',
    order: 'NL-3002',
    promise: { earliest: c.day(-2), latest: c.day(-1) },
    steps: [
      {
        at: c.at(-4, '13:05'),
        code: 'info_received/data_order_created',
        text: 'Vi har modtaget besked om, at forsendelsen er på vej til os',
        place: null,
      },
      {
        at: c.at(-4, '17:44'),
        code: 'in_transit/',
        text: 'Forsendelsen er afhentet hos afsenderen',
        place: TAASTRUP,
      },
      {
        at: c.at(-3, '20:16'),
        code: 'in_transit/',
        text: 'Forsendelsen er ankommet til terminalen',
        place: BROENDBY,
      },
      { at: c.ago(15), code: 'in_transit/', text: 'Forsendelsen er ankommet til terminalen', place: TAULOV },
    ],
  },
  {
    shop,
    provider: 'shipengine',
    carrier: 'dhl_express',
    number: '4807719265',
    order: 'NL-3003',
    promise: { earliest: c.after(c.door('13:24')), latest: c.after(c.door('13:24')) },
    steps: [
      { at: c.at(-3, '18:12'), code: 'AC/PICKED_UP', text: 'Sendung abgeholt', place: TAASTRUP },
      {
        at: c.at(-3, '23:50'),
        code: 'IT/HUB_SCAN_OUT',
        text: 'Sendung hat den Standort verlassen',
        place: KASTRUP,
      },
      {
        at: c.at(-2, '06:33'),
        code: 'IT/HUB_SCAN_IN',
        text: 'Sendung am Standort eingetroffen',
        place: HAMBURG,
      },
      {
        at: c.at(-2, '19:10'),
        code: 'IT/RECEIVED_LOCAL_DELIVERY_DEPOT',
        text: 'Sendung in der Zustellbasis',
        place: HAMBURG,
      },
      {
        at: c.door('13:24'),
        code: 'AT/CUSTOMER_CARDED',
        text: 'Empfänger nicht angetroffen, Benachrichtigungskarte hinterlassen',
        place: HAMBURG,
      },
    ],
  },
  {
    shop,
    provider: 'ups',
    carrier: 'ups',
    number: '1Z5R89396812345696',
    order: 'NL-3004',
    scheduled: c.day(1),
    promise: { earliest: c.day(3), latest: c.day(3) },
    steps: [
      { at: c.at(-2, '14:27'), code: 'M/MP/003', text: UPS_LABEL, place: null },
      { at: c.at(-2, '18:40'), code: 'I/OR/005', text: 'Origin Scan', place: TAASTRUP },
      { at: c.at(-1, '18:54'), code: 'I/AR/005', text: 'Arrived at Facility', place: MALMOE },
      { at: c.ago(4), code: 'U/RS/057', text: 'Your delivery has been rescheduled.', place: MALMOE },
    ],
  },
  ...(['ups', 'easypost'] as const).map(
    (provider): Story => ({
      shop,
      provider,
      carrier: { ups: 'ups', easypost: 'UPS' }[provider],
      number: '1Z5R89396812345703',
      order: 'NL-3005',
      promise: { earliest: c.day(2), latest: c.day(2) },
      steps: toBerlin(c).map(({ at, text, place, ...codes }) => ({ at, text, place, code: codes[provider] })),
    }),
  ),
  {
    shop,
    provider: 'easypost',
    carrier: 'FedEx',
    number: '794912360483',
    order: 'NL-3007',
    steps: [
      {
        at: c.at(-11, '17:30'),
        code: 'in_transit/received_at_origin_facility',
        text: 'Picked up',
        place: TAASTRUP,
      },
      {
        at: c.at(-10, '23:18'),
        code: 'in_transit/arrived_at_facility',
        text: 'Arrived at FedEx location',
        place: LIEGE,
      },
      {
        at: c.at(-9, '04:41'),
        code: 'in_transit/departed_facility',
        text: 'Departed FedEx location',
        place: LIEGE,
      },
      {
        at: c.at(-5, '09:05'),
        code: 'in_transit/delayed',
        text: 'Shipment exception: parcel not found in sort',
        place: LIEGE,
      },
      {
        at: c.at(-1, '11:12'),
        code: 'failure/lost',
        text: 'Search ended, shipment reported as lost',
        place: LIEGE,
      },
    ],
  },
  {
    shop,
    provider: 'shipengine',
    carrier: 'postnord_denmark',
    number: '00370730254871360231',
    order: 'NL-3008',
    beforeOrder: true,
    steps: [
      {
        at: c.at(-2, '17:48'),
        code: 'AC/PICKED_UP',
        text: 'Forsendelsen er afhentet hos afsenderen',
        place: TAASTRUP,
      },
      {
        at: c.at(-2, '21:33'),
        code: 'IT/HUB_SCAN_IN',
        text: 'Forsendelsen er ankommet til terminalen',
        place: TAULOV,
      },
      {
        at: c.at(-1, '07:40'),
        code: 'IT/OUT_FOR_DELIVERY',
        text: 'Forsendelsen er under udlevering',
        place: AALBORG,
      },
      {
        at: c.at(-1, '12:19'),
        code: 'DE/DELIVERED_SPECIFIED_SAFE_PLACE',
        text: 'Forsendelsen er stillet på det aftalte sted',
        place: AALBORG,
      },
    ],
  },
]
