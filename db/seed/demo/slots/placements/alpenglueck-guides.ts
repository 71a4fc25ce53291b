import type { DemoPlacement } from './demo-placement'

type Words = { title: string; text: string }
type Guided = {
  for: { skus?: string[]; categories?: string[]; tags?: string[] }
  de: Words
  bar: Words
  en: Words
}

const GUIDES: readonly Guided[] = [
  {
    for: { categories: ['jackets'] },
    de: {
      title: 'Regenjacke waschen',
      text: 'Bei 30 °C mit flüssigem Waschmittel und ohne Weichspüler. Danach eine halbe Stunde lauwarm in den Trockner: Das weckt die Imprägnierung wieder auf.',
    },
    bar: {
      title: 'Renjackn waschn',
      text: 'Bei 30 °C mit flüssigm Waschmittl und ohne Weichspüla. Danach a hoibe Stund lauwarm in Trockna: Des weckt d’Imprägnierung wieda auf.',
    },
    en: {
      title: 'Washing a rain jacket',
      text: 'At 30 °C with liquid detergent and no softener. Then half an hour in a warm dryer: that wakes the water repellency up again.',
    },
  },
  {
    for: { categories: ['boots'] },
    de: {
      title: 'Stiefel einlaufen und pflegen',
      text: 'Erst daheim tragen, dann auf kurzen Wegen. Nach jeder Tour ausbürsten, bei Zimmertemperatur trocknen, nie am Ofen, und ab und zu dünn wachsen.',
    },
    bar: {
      title: 'Stiefe eilaffa und pflegn',
      text: 'Zerscht dahoam trogn, dann auf kurze Weg. Noch jeda Tour ausbiaschtn, bei Zimmatemperatur trickna lossn, nia am Ofa, und ob und zua dünn waxn.',
    },
    en: {
      title: 'Breaking in and caring for boots',
      text: 'Wear them at home first, then on short walks. Brush them after every tour, dry them at room temperature, never by the stove, and wax them thinly now and then.',
    },
  },
  {
    for: { categories: ['climbing'] },
    de: {
      title: 'Bevor das Seil in die Wand kommt',
      text: 'Einmal ganz durch die Hand laufen lassen, dann dunkel und trocken lagern. Nach einem harten Sturz, mit steifen Stellen oder offenem Mantel gehört es aussortiert.',
    },
    bar: {
      title: 'Bevor as Seil in d’Wand kimmt',
      text: 'Oamoi ganz duach d’Hand laffa lossn, dann dunkl und trockn aufhebn. Noch am hartn Sturz, mit steife Stejn oda offnm Mantl gheart’s aussortiert.',
    },
    en: {
      title: 'Before the rope meets the wall',
      text: 'Run all of it through your hands once, then store it dark and dry. After a hard fall, with stiff spots or an open sheath it has to go.',
    },
  },
  {
    for: { tags: ['merino'] },
    de: {
      title: 'Wolle mag Luft',
      text: 'Meist reicht eine Nacht am offenen Fenster. Sonst von Hand und lauwarm waschen, liegend trocknen.',
    },
    bar: {
      title: 'Woi mog Luft',
      text: 'Moast glangt a Nocht am offnan Fensta. Sunst mit da Hand und lauwarm waschn, liegad trickna lossn.',
    },
    en: {
      title: 'Wool likes air',
      text: 'A night by an open window is usually enough. Otherwise wash by hand, lukewarm, and dry flat.',
    },
  },
  {
    for: { categories: ['backpacks'] },
    de: {
      title: 'Rucksack einstellen',
      text: 'Erst den Hüftgurt auf dem Beckenknochen schließen, dann die Schultergurte, zuletzt die Lageriemen. Schweres gehört nah an den Rücken.',
    },
    bar: {
      title: 'Rucksock eistejn',
      text: 'Zerscht an Hüftguat am Beckn zuamacha, dann d’Schuitaguatn, zletzt d’Lagerieman. Schwars gheart noh an Bugl.',
    },
    en: {
      title: 'Fitting a backpack',
      text: 'Close the hip belt on your hip bones first, then the shoulder straps, the load lifters last. Heavy things belong close to your back.',
    },
  },
  {
    for: { skus: ['AG-FLASK-750-PIN'] },
    de: {
      title: 'Heißer Tee am Gipfel',
      text: 'Die Flasche vor dem Füllen fünf Minuten mit heißem Wasser vorwärmen, den Deckel getrennt trocknen lassen.',
    },
    bar: {
      title: 'Hoaßa Tee am Gipfe',
      text: 'De Flaschn vorm Auffejn fünf Minutn mit hoaßm Wossa vorwarma, an Deckl extra trickna lossn.',
    },
    en: {
      title: 'Hot tea on the summit',
      text: 'Warm the flask with hot water for five minutes before you fill it, and let the lid dry on its own.',
    },
  },
]

const inWords = (language: 'de' | 'bar' | 'en') => ({
  guides: GUIDES.map((guide) => ({ ...guide.for, ...guide[language] })),
})

/** How Alpenglück's things are looked after, in each of its languages. */
export const alpenglueckGuides: Pick<DemoPlacement, 'settings' | 'translations'> = {
  settings: inWords('de'),
  translations: { bar: inWords('bar'), en: inWords('en') },
}
