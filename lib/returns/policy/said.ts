import type { Phrase } from '@/lib/returns/phrase'
import type { TraceStep } from './decision'
import type { Asked } from './fact-value'
import { holds } from './holds'
import type { Action, Rule } from './schema'

/** An action's name. */
export type Verb = Action['do']
export type ActionOf<V extends Verb> = Extract<Action, { do: V }>

/** An action of a rule that holds. */
export type Said = { rule: string; priority: number; action: Action }
export type SaidWith<V extends Verb> = { rule: string; priority: number; action: ActionOf<V> }

/** Rules by precedence: the higher priority first, equal ones by their place in the document. */
export const byPrecedence = (rules: readonly Rule[]): Rule[] =>
  rules.toSorted((a, b) => b.priority - a.priority)

/** Everything that the rules which hold say, the strongest first. */
export const saidBy = (rules: readonly Rule[], asked: Asked): Said[] =>
  rules
    .filter((rule) => holds(rule.when, asked))
    .flatMap(({ id, priority, actions }) => actions.map((action) => ({ rule: id, priority, action })))

const isOf = <V extends Verb>(action: Action, verb: V): action is ActionOf<V> => action.do === verb

/** What is said with one verb, the strongest first. */
export const withVerb = <V extends Verb>(said: readonly Said[], verb: V): SaidWith<V>[] =>
  said.flatMap(({ rule, priority, action }) => (isOf(action, verb) ? [{ rule, priority, action }] : []))

/** A line of the trace for an action; `overruledBy` names the rule, or `law:…`, `fault:…` where none did. */
export const step = (
  { rule, action }: { rule: string; action: { do: Verb } },
  says: Phrase,
  overruledBy: string | null = null,
): TraceStep => ({ rule, effect: action.do, says, overruledBy })

/** A line of the trace for what the document says without a rule. */
export const basic = (effect: string, says: Phrase, overruledBy: string | null = null): TraceStep => ({
  rule: null,
  effect,
  says,
  overruledBy,
})

/** Where only one can hold: the strongest, and the trace of all. */
export function settle<V extends Verb>(
  said: readonly SaidWith<V>[],
  words: (action: ActionOf<V>) => Phrase,
): { action: ActionOf<V> | null; rule: string | null; steps: TraceStep[] } {
  const [first] = said
  const rule = first?.rule ?? null
  return {
    action: first?.action ?? null,
    rule,
    steps: said.map((one, place) => step(one, words(one.action), place === 0 ? null : rule)),
  }
}
