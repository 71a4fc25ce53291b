import type { Calendar } from '@/db/seed/demo/calendar'
import type { DemoPlace, Story } from '@/db/seed/demo/vendors/story'

const PANTIN: DemoPlace = { city: 'Pantin', country: 'FR', postalCode: '93500' }
const GENNEVILLIERS: DemoPlace = { city: 'Gennevilliers', country: 'FR', postalCode: '92230' }
const LYON: DemoPlace = { city: 'Saint-Priest', country: 'FR', postalCode: '69800' }
const CHILLY: DemoPlace = { city: 'Chilly-Mazarin', country: 'FR', postalCode: '91380' }
const RENNES: DemoPlace = { city: 'Rennes', country: 'FR', postalCode: '35000' }
const CROISSY: DemoPlace = { city: 'Croissy-Beaubourg', country: 'FR', postalCode: '77183' }
const MARSEILLE: DemoPlace = { city: 'Vitrolles', country: 'FR', postalCode: '13127' }
const LILLE: DemoPlace = { city: 'Lesquin', country: 'FR', postalCode: '59810' }
const NANTES: DemoPlace = { city: 'Nantes', country: 'FR', postalCode: '44000' }
const ROUEN: DemoPlace = { city: 'Rouen', country: 'FR', postalCode: '76000' }
const COVENTRY: DemoPlace = { city: 'Coventry', country: 'GB' }
const LANGLEY: DemoPlace = { city: 'Langley', country: 'GB' }

const TAKEN_OVER = 'Votre colis est pris en charge par le transporteur.'
const ON_ITS_WAY = 'Votre colis est en cours d’acheminement.'

const shop = 'maison-lumen'

/** What carriers tell of Maison Lumen's parcels; `london` counts the same days on British clocks. */
export const maisonLumenStories = (c: Calendar, london: Calendar): Story[] => [
  {
    shop,
    provider: 'shippo',
    carrier: 'colissimo',
    number: '6A19304758213',
    order: 'ML-2001',
    promise: { earliest: c.day(1), latest: c.day(1) },
    steps: [
      {
        at: c.at(-1, '10:18'),
        code: 'PRE_TRANSIT/information_received',
        text: 'Votre colis est prêt à être expédié.',
        place: PANTIN,
      },
      { at: c.at(-1, '17:32'), code: 'TRANSIT/package_accepted', text: TAKEN_OVER, place: PANTIN },
      { at: c.at(-1, '21:47'), code: 'TRANSIT/package_processed', text: ON_ITS_WAY, place: GENNEVILLIERS },
      {
        at: c.overnight('06:12'),
        code: 'TRANSIT/package_arrived',
        text: 'Votre colis est arrivé sur son site de distribution.',
        place: LYON,
      },
    ],
  },
  {
    shop,
    provider: 'standard',
    carrier: 'chronopost',
    number: 'XS204817365FR',
    order: 'ML-2002',
    promise: { earliest: c.day(1), latest: c.day(2) },
    steps: [
      {
        at: c.at(-1, '09:03'),
        code: 'info_received.label_created',
        text: 'Envoi en préparation chez l’expéditeur',
        place: PANTIN,
      },
      {
        at: c.latest('16:26'),
        code: 'in_transit.picked_up',
        text: 'Colis remis à Chronopost par l’expéditeur',
        place: PANTIN,
      },
    ],
  },
  {
    shop,
    provider: 'standard',
    carrier: 'mondial-relay',
    number: '84201937',
    order: 'ML-2003',
    pickup: {
      name: 'Épicerie du Parlement',
      address: '12 rue Victor-Hugo, 35000 Rennes',
      lastDay: c.date(2),
    },
    steps: [
      {
        at: c.at(-4, '18:07'),
        code: 'in_transit.picked_up',
        text: 'Colis remis à Mondial Relay',
        place: PANTIN,
      },
      { at: c.at(-3, '22:40'), code: 'in_transit.processing', text: 'Colis en cours de tri', place: CROISSY },
      {
        at: c.at(-2, '06:55'),
        code: 'in_transit.at_delivery_depot',
        text: 'Colis arrivé à l’agence de livraison',
        place: RENNES,
      },
      {
        at: c.at(-1, '14:12'),
        code: 'available_for_pickup.pickup_point',
        text: 'Colis disponible au Point Relais',
        place: RENNES,
      },
    ],
  },
  {
    shop,
    provider: 'shippo',
    carrier: 'chronopost',
    number: 'XS204817991FR',
    order: 'ML-2004',
    actionRequired: true,
    promise: { earliest: c.day(-1), latest: c.day(-1) },
    steps: [
      {
        at: c.at(-2, '16:44'),
        code: 'TRANSIT/package_accepted',
        text: 'Colis remis à Chronopost par l’expéditeur',
        place: PANTIN,
      },
      {
        at: c.at(-2, '22:31'),
        code: 'TRANSIT/package_processed',
        text: 'Tri effectué dans l’agence de départ',
        place: CHILLY,
      },
      {
        at: c.at(-1, '06:09'),
        code: 'TRANSIT/package_arrived',
        text: 'Colis arrivé à l’agence de distribution',
        place: MARSEILLE,
      },
      {
        at: c.at(-1, '10:40'),
        code: 'TRANSIT/address_issue',
        text: 'Adresse incomplète : numéro de rue demandé',
        place: MARSEILLE,
      },
    ],
  },
  {
    shop,
    provider: 'aftership',
    carrier: 'parcel-force',
    number: 'PBTM8023417001',
    order: 'ML-2005',
    steps: [
      { at: c.at(-5, '16:20'), code: 'InTransit_002', text: TAKEN_OVER, place: PANTIN },
      {
        at: c.at(-4, '23:05'),
        code: 'InTransit_007',
        text: 'Votre colis a quitté le pays d’expédition.',
        place: { city: 'Roissy', country: 'FR' },
      },
      {
        at: london.at(-3, '05:48'),
        code: 'InTransit_004',
        text: 'Arrived in the United Kingdom',
        place: COVENTRY,
      },
      { at: london.at(-2, '08:30'), code: 'InTransit_006', text: 'Presented to customs', place: COVENTRY },
      {
        at: london.at(-1, '10:15'),
        code: 'Exception_006',
        text: 'Awaiting payment of import VAT and clearance fee',
        place: LANGLEY,
      },
    ],
  },
  {
    shop,
    provider: 'shippo',
    carrier: 'colissimo',
    number: '6A19304760488',
    order: 'ML-2006',
    steps: [
      { at: c.at(-3, '17:29'), code: 'TRANSIT/package_accepted', text: TAKEN_OVER, place: PANTIN },
      { at: c.at(-2, '21:52'), code: 'TRANSIT/package_processed', text: ON_ITS_WAY, place: GENNEVILLIERS },
      {
        at: c.at(-1, '07:36'),
        code: 'TRANSIT/package_damaged',
        text: 'Votre colis a été endommagé pendant son acheminement.',
        place: LILLE,
      },
    ],
  },
  {
    shop,
    provider: 'aftership',
    carrier: 'chronopost',
    number: 'XS204811406FR',
    order: 'ML-2007',
    signedBy: 'PETIT M.',
    steps: [
      {
        at: c.at(-4, '15:11'),
        code: 'InTransit_002',
        text: 'Colis remis à Chronopost par l’expéditeur',
        place: PANTIN,
      },
      {
        at: c.at(-4, '22:26'),
        code: 'InTransit_003',
        text: 'Tri effectué dans l’agence de départ',
        place: CHILLY,
      },
      {
        at: c.at(-3, '11:20'),
        code: 'OutForDelivery_004',
        text: 'Rendez-vous de livraison confirmé',
        place: NANTES,
      },
      {
        at: c.at(-2, '08:14'),
        code: 'OutForDelivery_001',
        text: 'Colis en cours de livraison',
        place: NANTES,
      },
      {
        at: c.at(-2, '10:47'),
        code: 'Delivered_003',
        text: 'Livraison effectuée contre signature',
        place: NANTES,
      },
    ],
  },
  {
    shop,
    provider: 'shippo',
    carrier: 'mondial_relay',
    number: '84188206',
    order: 'ML-2008',
    steps: [
      {
        at: c.at(-17, '18:02'),
        code: 'TRANSIT/package_accepted',
        text: 'Colis remis à Mondial Relay',
        place: PANTIN,
      },
      {
        at: c.at(-16, '23:14'),
        code: 'TRANSIT/package_processed',
        text: 'Colis en cours de tri',
        place: CROISSY,
      },
      {
        at: c.at(-15, '11:36'),
        code: 'TRANSIT/pickup_available',
        text: 'Colis disponible au Point Relais',
        place: ROUEN,
      },
      {
        at: c.at(-1, '16:05'),
        code: 'RETURNED/package_unclaimed',
        text: 'Colis non retiré, retour à l’expéditeur',
        place: ROUEN,
      },
    ],
  },
]
