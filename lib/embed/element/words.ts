import type { Section } from './place'

/** What the frame is called, for those who hear it; a page's own `title` on its iframe wins. */
const TITLES: Record<Section, Record<string, string>> = {
  '': { en: 'Parcel status', de: 'Sendungsstatus', fr: 'État de la livraison', bar: 'Wo is mei Packl' },
  returns: { en: 'Returns', de: 'Rücksendung', fr: 'Retour', bar: 'Zruckschicka' },
}

/** The frame's name in a language (`de`, `de-AT`, …), else in English. */
export const titleIn = (section: Section, language: string): string =>
  TITLES[section][/^\w*/.exec(language)?.[0] ?? ''] ?? TITLES[section].en ?? ''
