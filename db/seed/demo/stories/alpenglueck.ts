import type { Calendar } from '@/db/seed/demo/calendar'
import type { DemoPlace, Story } from '@/db/seed/demo/vendors/story'

const ROSENHEIM: DemoPlace = { city: 'Rosenheim', country: 'DE', postalCode: '83022' }
const ASCHHEIM: DemoPlace = { city: 'Aschheim', country: 'DE', postalCode: '85609' }
const MUENCHEN: DemoPlace = { city: 'München', country: 'DE', postalCode: '80335' }
const GARMISCH: DemoPlace = { city: 'Garmisch-Partenkirchen', country: 'DE', postalCode: '82467' }
const RAUBLING: DemoPlace = { city: 'Raubling', country: 'DE', postalCode: '83064' }
const GARCHING: DemoPlace = { city: 'Garching', country: 'DE', postalCode: '85748' }
const NEUENSTEIN: DemoPlace = { city: 'Neuenstein', country: 'DE', postalCode: '36286' }
const HAMBURG: DemoPlace = { city: 'Hamburg', country: 'DE' }
const LEIPZIG: DemoPlace = { city: 'Leipzig', country: 'DE', postalCode: '04109' }
const ALTACH: DemoPlace = { city: 'Altach', country: 'AT', postalCode: '6844' }
const ZUERICH: DemoPlace = { city: 'Zürich-Mülligen', country: 'CH', postalCode: '8010' }
const HALL: DemoPlace = { city: 'Hall in Tirol', country: 'AT', postalCode: '6060' }
const LENGGRIES: DemoPlace = { city: 'Lenggries', country: 'DE', postalCode: '83661' }
const LANDECK: DemoPlace = { city: 'Landeck', country: 'AT', postalCode: '6500' }

const DHL_ANNOUNCED = 'Die Sendung wurde elektronisch angekündigt.'
const DHL_PICKED_UP = 'Die Sendung wurde abgeholt.'
const DHL_ORIGIN = 'Die Sendung wurde im Start-Paketzentrum bearbeitet.'
const DHL_DESTINATION = 'Die Sendung wurde im Ziel-Paketzentrum bearbeitet.'
export const DHL_LOADED =
  'Die Sendung wurde in das Zustellfahrzeug geladen. Die Zustellung erfolgt voraussichtlich heute.'

const shop = 'alpenglueck'

/** What carriers tell of Alpenglück's parcels. */
export const alpenglueckStories = (c: Calendar): Story[] => [
  {
    shop,
    provider: 'aftership',
    carrier: 'dhl-germany',
    number: '00340434161094000001',
    order: 'AG-1001',
    promise: { earliest: c.day(0), latest: c.day(0), ...c.hours() },
    steps: [
      { at: c.at(-2, '10:04'), code: 'InfoReceived_001', text: DHL_ANNOUNCED, place: null },
      { at: c.at(-2, '17:26'), code: 'InTransit_002', text: DHL_PICKED_UP, place: ROSENHEIM },
      { at: c.at(-2, '20:58'), code: 'InTransit_003', text: DHL_ORIGIN, place: ASCHHEIM },
      { at: c.at(-1, '19:41'), code: 'InTransit_003', text: DHL_DESTINATION, place: ASCHHEIM },
      {
        at: c.overnight('05:17'),
        code: 'InTransit_003',
        text: 'Die Sendung ist in der Zustellbasis eingetroffen.',
        place: MUENCHEN,
      },
      { at: c.today('08:09'), code: 'OutForDelivery_001', text: DHL_LOADED, place: MUENCHEN },
    ],
  },
  {
    shop,
    provider: 'aftership',
    carrier: 'dhl-germany',
    number: '00340434161094000018',
    order: 'AG-1002',
    signedBy: 'Obermaier',
    steps: [
      { at: c.at(-3, '11:30'), code: 'InfoReceived_001', text: DHL_ANNOUNCED, place: null },
      { at: c.at(-3, '17:20'), code: 'InTransit_002', text: DHL_PICKED_UP, place: ROSENHEIM },
      { at: c.at(-3, '21:44'), code: 'InTransit_003', text: DHL_ORIGIN, place: ASCHHEIM },
      { at: c.at(-2, '05:36'), code: 'InTransit_003', text: DHL_DESTINATION, place: ASCHHEIM },
      { at: c.at(-1, '08:02'), code: 'OutForDelivery_001', text: DHL_LOADED, place: GARMISCH },
      {
        at: c.at(-1, '12:51'),
        code: 'Delivered_003',
        text: 'Die Sendung wurde erfolgreich zugestellt.',
        place: GARMISCH,
      },
    ],
  },
  {
    shop,
    provider: 'ship24',
    carrier: 'dpd-de',
    number: '01505040276142',
    order: 'AG-1002',
    promise: { earliest: c.day(0), latest: c.day(0) },
    steps: [
      {
        at: c.at(-2, '12:15'),
        code: 'info_received/data_order_created',
        text: 'Auftragsdaten übermittelt',
        place: RAUBLING,
      },
      { at: c.at(-2, '18:47'), code: 'in_transit/', text: 'Im Paketzentrum eingetroffen', place: RAUBLING },
      { at: c.at(-1, '20:33'), code: 'in_transit/', text: 'Unterwegs zum Zustelldepot', place: RAUBLING },
      {
        at: c.overnight('05:42'),
        code: 'in_transit/',
        text: 'Im Paketzustellzentrum',
        place: { city: 'Weilheim', country: 'DE' },
      },
      {
        at: c.today('07:55'),
        code: 'out_for_delivery/delivery_out_for_delivery',
        text: 'In Zustellung',
        place: { city: 'Weilheim', country: 'DE' },
      },
    ],
  },
  {
    shop,
    provider: 'shipengine',
    carrier: 'gls_germany',
    number: '50128847316',
    order: 'AG-1002',
    promise: { earliest: c.day(2), latest: c.day(2) },
    steps: [
      {
        at: c.at(-2, '13:08'),
        code: 'NY/ELEC_ADVICE_RECD_BY_CARRIER',
        text: 'Die Paketdaten wurden im GLS-System erfasst.',
        place: null,
      },
      {
        at: c.at(-2, '18:22'),
        code: 'AC/PICKED_UP',
        text: 'Das Paket wurde an GLS übergeben.',
        place: ROSENHEIM,
      },
      {
        at: c.at(-1, '22:19'),
        code: 'IT/HUB_SCAN_IN',
        text: 'Das Paket ist im Umschlagpunkt eingetroffen.',
        place: NEUENSTEIN,
      },
      {
        at: c.overnight('03:48'),
        code: 'IT/HUB_SCAN_OUT',
        text: 'Das Paket hat den Umschlagpunkt verlassen.',
        place: NEUENSTEIN,
      },
    ],
  },
  {
    shop,
    provider: 'standard',
    carrier: 'dhl',
    number: '00340434161094000025',
    order: 'AG-1003',
    promise: { earliest: c.day(1), latest: c.day(2) },
    steps: [
      { at: c.at(-1, '09:31'), code: 'info_received.label_created', text: DHL_ANNOUNCED, place: null },
      { at: c.at(-1, '17:14'), code: 'in_transit.picked_up', text: DHL_PICKED_UP, place: ROSENHEIM },
      { at: c.at(-1, '21:06'), code: 'in_transit.processing', text: DHL_ORIGIN, place: ASCHHEIM },
      {
        at: c.overnight('04:33'),
        code: 'in_transit.departed',
        text: 'Die Sendung hat das Paketzentrum verlassen.',
        place: ASCHHEIM,
      },
    ],
  },
  {
    shop,
    provider: 'shipengine',
    carrier: 'hermes_germany',
    number: '03284719500162',
    order: 'AG-1004',
    steps: [
      {
        at: c.at(-3, '10:42'),
        code: 'NY/ELEC_ADVICE_RECD_BY_CARRIER',
        text: 'Die Sendung wurde Hermes elektronisch angekündigt.',
        place: null,
      },
      {
        at: c.at(-3, '17:55'),
        code: 'AC/PICKED_UP',
        text: 'Die Sendung hat das Lager des Auftraggebers verlassen.',
        place: ROSENHEIM,
      },
      {
        at: c.at(-2, '06:20'),
        code: 'IT/HUB_SCAN_IN',
        text: 'Die Sendung ist im Logistikzentrum eingetroffen.',
        place: GARCHING,
      },
      {
        at: c.at(-1, '06:48'),
        code: 'IT/RECEIVED_LOCAL_DELIVERY_DEPOT',
        text: 'Die Sendung ist im Verteilzentrum eingetroffen.',
        place: HAMBURG,
      },
      {
        at: c.at(-1, '09:03'),
        code: 'IT/OUT_FOR_DELIVERY',
        text: 'Die Sendung befindet sich in der Zustellung.',
        place: HAMBURG,
      },
      {
        at: c.at(-1, '15:27'),
        code: 'DE/DELIVERED_TO_NEIGHBOUR',
        text: 'Die Sendung wurde bei einem Nachbarn abgegeben.',
        place: HAMBURG,
      },
    ],
  },
  {
    shop,
    provider: 'standard',
    carrier: 'dhl',
    number: '00340434161094000032',
    order: 'AG-1005',
    pickup: { name: 'Packstation 145', address: 'Grimmaische Straße 1, 04109 Leipzig', lastDay: c.date(5) },
    steps: [
      { at: c.at(-3, '16:40'), code: 'in_transit.picked_up', text: DHL_PICKED_UP, place: ROSENHEIM },
      {
        at: c.at(-2, '22:12'),
        code: 'in_transit.processing',
        text: DHL_DESTINATION,
        place: { city: 'Radefeld', country: 'DE' },
      },
      { at: c.at(-1, '08:21'), code: 'out_for_delivery.on_vehicle', text: DHL_LOADED, place: LEIPZIG },
      {
        at: c.at(-1, '10:58'),
        code: 'available_for_pickup.locker',
        text: 'Die Sendung liegt in der Packstation zur Abholung bereit.',
        place: LEIPZIG,
      },
    ],
  },
  {
    shop,
    provider: 'aftership',
    carrier: 'swiss-post',
    number: '996012345600000147',
    order: 'AG-1006',
    steps: [
      { at: c.at(-5, '16:35'), code: 'InTransit_002', text: 'Sendung aufgegeben', place: ROSENHEIM },
      {
        at: c.at(-4, '19:18'),
        code: 'InTransit_007',
        text: 'Die Sendung hat das Aufgabeland verlassen',
        place: ALTACH,
      },
      { at: c.at(-3, '05:09'), code: 'InTransit_004', text: 'Ankunft im Bestimmungsland', place: ZUERICH },
      { at: c.at(-2, '09:26'), code: 'InTransit_006', text: 'Übergabe an die Zollbehörde', place: ZUERICH },
      {
        at: c.at(-1, '11:02'),
        code: 'Exception_018',
        text: 'Verzollung angehalten: Handelsrechnung fehlt',
        place: ZUERICH,
      },
    ],
  },
  {
    shop,
    provider: 'ship24',
    carrier: 'gls-austria',
    number: '50128860042',
    order: 'AG-1007',
    steps: [
      {
        at: c.at(-4, '11:11'),
        code: 'info_received/data_order_created',
        text: 'Die Paketdaten wurden im GLS-System erfasst.',
        place: null,
      },
      {
        at: c.at(-4, '18:05'),
        code: 'in_transit/',
        text: 'Das Paket wurde an GLS übergeben.',
        place: ROSENHEIM,
      },
      {
        at: c.quiet(60),
        code: 'in_transit/',
        text: 'Das Paket ist im Umschlagpunkt eingetroffen.',
        place: NEUENSTEIN,
      },
    ],
  },
  {
    shop,
    provider: 'aftership',
    carrier: 'austrian-post',
    number: '1038400714500170000212',
    order: 'AG-1008',
    promise: { earliest: c.day(1), latest: c.day(3) },
    steps: [
      {
        at: c.at(-2, '12:02'),
        code: 'InfoReceived_001',
        text: 'Sendungsdaten wurden übermittelt',
        place: null,
      },
      {
        at: c.at(-2, '17:50'),
        code: 'InTransit_002',
        text: 'Sendung vom Absender übernommen',
        place: ROSENHEIM,
      },
      {
        at: c.at(-1, '04:57'),
        code: 'InTransit_003',
        text: 'Sendung im Logistikzentrum sortiert',
        place: HALL,
      },
      {
        at: c.latest('06:34'),
        code: 'Exception_017',
        text: 'Verzögerung wegen Witterung: Arlbergstraße gesperrt',
        place: LANDECK,
      },
    ],
  },
  {
    shop,
    provider: 'aftership',
    carrier: 'dhl-germany',
    number: '00340434161094000049',
    order: 'AG-1009',
    steps: [{ at: c.ago(3), code: 'InfoReceived_001', text: DHL_ANNOUNCED, place: null }],
  },
  ...(
    [
      { number: '00340434161094000056', order: 'AG-1010', days: -6, place: MUENCHEN },
      { number: '00340434161094000063', order: 'AG-1011', days: -5, place: MUENCHEN },
      { number: '00340434161094000070', order: 'AG-1012', days: -11, place: LENGGRIES },
    ] as const
  ).map(
    ({ number, order, days, place }): Story => ({
      shop,
      provider: 'aftership',
      carrier: 'dhl-germany',
      number,
      order,
      steps: [
        { at: c.at(days - 1, '10:15'), code: 'InfoReceived_001', text: DHL_ANNOUNCED, place: null },
        { at: c.at(days - 1, '17:31'), code: 'InTransit_002', text: DHL_PICKED_UP, place: ROSENHEIM },
        { at: c.at(days, '07:54'), code: 'OutForDelivery_001', text: DHL_LOADED, place },
        {
          at: c.at(days, '11:40'),
          code: 'Delivered_001',
          text: 'Die Sendung wurde erfolgreich zugestellt.',
          place,
        },
      ],
    }),
  ),
]
