import { LOCALE_TABLE, type Locale } from '@/lib/i18n/locales'
import { localised } from '@/lib/i18n/localised'
import type { Texts } from '@/lib/returns/phrase'
import type { Action, Policy } from '@/lib/returns/policy/schema'
import { finding, type PolicyFinding } from './finding'

type Spoken = { pointer: string; texts: Texts | null | undefined }

const ofAction = (action: Action, pointer: string): Spoken[] => {
  if (action.do === 'fee') return [{ pointer: `${pointer}/fee/texts`, texts: action.fee.texts }]
  return 'words' in action ? [{ pointer: `${pointer}/words`, texts: action.words }] : []
}

/** Everything in a policy that shoppers read, with its place. */
const spokenIn = ({ reasons, methods, rules }: Policy): Spoken[] => [
  ...reasons.flatMap((reason, index) => [
    { pointer: `/reasons/${index}/texts`, texts: reason.texts },
    { pointer: `/reasons/${index}/hint`, texts: reason.hint },
    ...reason.subReasons.flatMap((sub, place) => [
      { pointer: `/reasons/${index}/subReasons/${place}/texts`, texts: sub.texts },
      { pointer: `/reasons/${index}/subReasons/${place}/hint`, texts: sub.hint },
    ]),
  ]),
  ...methods.flatMap((method, index) => [
    { pointer: `/methods/${index}/texts`, texts: method.texts },
    { pointer: `/methods/${index}/instructions`, texts: method.instructions },
    ...(method.kind === 'store'
      ? method.stores.map((store, place) => ({
          pointer: `/methods/${index}/stores/${place}/hours`,
          texts: store.hours,
        }))
      : []),
  ]),
  ...rules.flatMap(({ actions }, index) =>
    actions.flatMap((action, place) => ofAction(action, `/rules/${index}/actions/${place}`)),
  ),
]

/** A dialect is understood where its language is. */
const isSpoken = (texts: Texts, locale: Locale): boolean =>
  texts[locale] !== undefined || (locale === 'bar' && texts.de !== undefined)

/** Words that a locale of the shop lacks: an error where nothing stands in for them, a warning where another language does. */
export const lintWords = (policy: Policy, locales: readonly Locale[]): PolicyFinding[] =>
  spokenIn(policy).flatMap(({ pointer, texts }) =>
    texts
      ? locales
          .filter((locale) => !isSpoken(texts, locale))
          .map((locale) =>
            localised(texts, locale) === null
              ? finding('no_words', pointer, `has no words in ${LOCALE_TABLE[locale].name} (${locale})`)
              : finding(
                  'missing_words',
                  pointer,
                  `has no words in ${LOCALE_TABLE[locale].name} (${locale}); another language stands in`,
                ),
          )
      : [],
  )
