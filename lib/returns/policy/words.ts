import type { Phrase, PhraseValue } from '@/lib/returns/phrase'
import type { ActionOf, Verb } from './said'
import type { Policy, Window } from './schema'

type Listed = { only?: readonly string[] | undefined; not?: readonly string[] | undefined }

/** A phrase of the messages below `policy.`. */
export const say = (key: string, values?: Record<string, PhraseValue>): Phrase =>
  values ? { key, values } : { key }

const listed = (what: string, { only = [], not = [] }: Listed): Phrase =>
  say(`says.${what}`, {
    form: only.length > 0 ? (not.length > 0 ? 'both' : 'only') : 'not',
    only: only.join(', '),
    not: not.join(', '),
  })

/** A window in words: "30 days from delivery". */
export const windowWords = ({ days, from }: Window): Phrase =>
  days === null ? say('says.windowForever') : say('says.window', { days, from })

const idsOrAll = (what: string, ids: readonly string[] | undefined): Phrase =>
  say(`says.${what}`, { form: ids ? 'some' : 'all', ids: ids?.join(', ') ?? '' })

type Words = { [V in Verb]: (action: ActionOf<V>, policy: Policy) => Phrase }

const money = (amount: number, { currency }: Policy): PhraseValue => ({ amount, currency })

const WORDS: Words = {
  deny: ({ words }) => ({ own: words }),
  allow: () => say('says.allow'),
  window: ({ window }) => windowWords(window),
  extend: ({ until }) => say('says.extend', { day: { day: until } }),
  reasons: (action) => listed('reasons', action),
  outcomes: (action) => listed('outcomes', action),
  methods: (action) => listed('methods', action),
  free_methods: ({ ids }) => idsOrAll('freeMethods', ids),
  fee: ({ fee }, policy) =>
    fee.percent == null
      ? say('says.fee', { name: { own: fee.texts }, amount: money(fee.amount ?? 0, policy), per: fee.per })
      : say('says.feePercent', { name: { own: fee.texts }, percent: fee.percent, per: fee.per }),
  waive_fees: ({ ids }) => idsOrAll('waiveFees', ids),
  bonus: ({ percent, amount }, policy) => say('says.bonus', { percent, amount: money(amount, policy) }),
  approve: () => say('says.approve'),
  review: ({ words }) => ({ own: words }),
  block: ({ words }) => ({ own: words }),
  keep: () => say('says.keep'),
  photos: () => say('says.photos'),
  refund_shipping: ({ refund }) => say('says.refundShipping', { refund: refund ? 'yes' : 'no' }),
  ship_exchange: ({ when }) => say('says.shipExchange', { when }),
  refund_trigger: ({ when }) => say('says.refundTrigger', { when }),
  destination: ({ id }, { destinations }) =>
    say('says.destination', { name: destinations.find((one) => one.id === id)?.name ?? id }),
}

const wordsFor = <V extends Verb>(verb: V): Words[V] => WORDS[verb]

/** What an action does, in words. */
export const actionWords =
  <V extends Verb>(verb: V, policy: Policy) =>
  (action: ActionOf<V>): Phrase =>
    wordsFor(verb)(action, policy)
