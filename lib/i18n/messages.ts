import bar from '@/messages/bar.json'
import deFormal from '@/messages/de.formal.json'
import de from '@/messages/de.json'
import en from '@/messages/en.json'
import frInformal from '@/messages/fr.informal.json'
import fr from '@/messages/fr.json'
import { LOCALE_TABLE, type Locale } from './locales'
import { flattenMessages, type MessageTree, mergeMessages } from './merge-messages'

/** The shape of all messages; English is the source. */
export type Messages = typeof en

export type Address = 'informal' | 'formal'

/** Each locale's own file. */
export const LOCALE_MESSAGES = { en, de, fr, bar } as const satisfies Record<Locale, MessageTree>

/** Where a locale's file speaks one way, the other way lies over it. */
export const ADDRESS_OVERLAYS = {
  de: { formal: deFormal },
  fr: { informal: frInformal },
} as const satisfies Partial<Record<Locale, Partial<Record<Address, MessageTree>>>>

const overlays: Partial<Record<Locale, Partial<Record<Address, MessageTree>>>> = ADDRESS_OVERLAYS

const englishKeys = [...flattenMessages(en).keys()]

function isComplete(tree: MessageTree): tree is MessageTree & Messages {
  const keys = flattenMessages(tree)
  return englishKeys.every((key) => keys.has(key))
}

/** All messages of a locale: its fallbacks from the far end, its own file, the form of address, then the shop's own. */
export function messagesFor(locale: Locale, address: Address, own: MessageTree = {}): Messages {
  const chain: Locale[] = [locale, ...LOCALE_TABLE[locale].fallback]
  const layers: MessageTree[] = [en]
  for (const link of chain.reverse()) {
    layers.push(LOCALE_MESSAGES[link])
    // A dialect that falls back to a language is spoken informally, whatever the shop chose for the language.
    const overlay = link === locale ? overlays[link]?.[address] : undefined
    if (overlay) layers.push(overlay)
  }
  const merged = [...layers, own].reduce(mergeMessages, {})
  if (!isComplete(merged)) throw new Error(`messages of ${locale} lack a text`)
  return merged
}
