const ENGLISH = 'Parcel status'

/** What the frame is called, for those who hear it; a page's own `title` on its iframe wins. */
const TITLES: Record<string, string> = {
  de: 'Sendungsstatus',
  fr: 'État de la livraison',
  bar: 'Wo is mei Packl',
}

/** The frame's name in a language (`de`, `de-AT`, …), else in English. */
export const titleIn = (language: string): string => TITLES[/^\w*/.exec(language)?.[0] ?? ''] ?? ENGLISH
