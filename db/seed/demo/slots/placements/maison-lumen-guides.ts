import type { DemoPlacement } from './demo-placement'

type Words = { title: string; text: string }
type Guided = { categories: string[]; fr: Words; en: Words }

const GUIDES: readonly Guided[] = [
  {
    categories: ['lighting'],
    fr: {
      title: 'Entretenir la terre et le tissu',
      text: 'Un chiffon sec pour le pied, une brosse douce pour l’abat-jour. Choisissez une ampoule de 8 W au plus : le plissé garde sa couleur.',
    },
    en: {
      title: 'Clay and pleats',
      text: 'A dry cloth for the base, a soft brush for the shade. Use a bulb of 8 W at most, so that the pleats keep their colour.',
    },
  },
  {
    categories: ['linen'],
    fr: {
      title: 'Laver le lin',
      text: 'À 40 °C avec des couleurs proches, sans adoucissant. Sortez-le encore humide et lissez-le à la main : il n’a pas besoin de fer.',
    },
    en: {
      title: 'Washing linen',
      text: 'At 40 °C with similar colours and no softener. Take it out damp and smooth it by hand: it needs no iron.',
    },
  },
  {
    categories: ['ceramics'],
    fr: {
      title: 'Vivre avec le grès',
      text: 'Il passe au lave-vaisselle, mais il préfère la main. Une nuance ou une goutte d’émail en plus est la signature de l’atelier.',
    },
    en: {
      title: 'Living with stoneware',
      text: 'It may go into the dishwasher, though it prefers your hands. A shade or a drop of glaze more is the studio’s signature.',
    },
  },
  {
    categories: ['furniture'],
    fr: {
      title: 'Prendre soin du velours',
      text: 'Brossez dans le sens du poil une fois par semaine. Sur une tache, tamponnez à l’eau claire sans frotter, puis laissez sécher loin du radiateur.',
    },
    en: {
      title: 'Caring for velvet',
      text: 'Brush along the pile once a week. Dab a stain with clear water, never rub, and let it dry away from the radiator.',
    },
  },
  {
    categories: ['scent'],
    fr: {
      title: 'La première flamme',
      text: 'Laissez la bougie fondre jusqu’au bord la première fois, puis coupez la mèche à 5 mm avant chaque usage.',
    },
    en: {
      title: 'The first flame',
      text: 'Let the wax melt to the rim the first time, then trim the wick to 5 mm before each use.',
    },
  },
  {
    categories: ['glass'],
    fr: {
      title: 'Le verre soufflé',
      text: 'Lavez à la main, à l’eau tiède. Un peu de vinaigre blanc et du riz rendent son éclat au fond de la carafe.',
    },
    en: {
      title: 'Blown glass',
      text: 'Wash by hand in warm water. A little white vinegar and some rice bring the shine back to the bottom of the carafe.',
    },
  },
]

const inWords = (language: 'fr' | 'en') => ({
  guides: GUIDES.map(({ categories, ...words }) => ({ categories, ...words[language] })),
})

/** How Maison Lumen's things are looked after, in each of its languages. */
export const maisonLumenGuides: Pick<DemoPlacement, 'settings' | 'translations'> = {
  settings: inWords('fr'),
  translations: { en: inWords('en') },
}
