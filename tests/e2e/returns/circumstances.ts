import type { Locale } from '@/lib/i18n/locales'

const HEIGHT = 844

/** How somebody comes: on which width, in which language, with JavaScript or without. */
export type Circumstance = { width: 390 | 1280; locale: Locale; script: boolean }

export const at = (width: 390 | 1280, locale: Locale, script: boolean): Circumstance => ({
  width,
  locale,
  script,
})

export const inWords = ({ width, locale, script }: Circumstance): string =>
  `${locale}, ${width} px, ${script ? 'with' : 'without'} JavaScript`

/** What a test is to use. */
export const useOf = ({ width, locale, script }: Circumstance) => ({
  language: locale,
  javaScriptEnabled: script,
  viewport: { width, height: HEIGHT },
})
