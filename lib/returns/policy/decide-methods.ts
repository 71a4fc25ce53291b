import type { TraceStep } from './decision'
import { byFault, type LineCase } from './line-case'
import { basic, type SaidWith, step, withVerb } from './said'
import type { Method, Policy } from './schema'
import { actionWords, say } from './words'

const usableFrom = ({ methods }: Policy, country: string | null): Method[] =>
  methods.filter(
    ({ countries }) => countries.length === 0 || (country !== null && countries.includes(country)),
  )

const allowed = (rules: readonly SaidWith<'methods'>[], id: string): boolean =>
  rules.every(({ action: { only, not = [] } }) => (!only || only.includes(id)) && !not.includes(id))

/** Which methods there are, and which of them cost the shopper nothing. A withdrawal is never left without one. */
export function decideMethods({ asked, said, statutory, fault }: LineCase): {
  methods: string[]
  freeMethods: string[]
  steps: TraceStep[]
} {
  const { policy, facts } = asked
  const rules = withVerb(said, 'methods')
  const steps = rules.map((one) => step(one, actionWords('methods', policy)(one.action)))
  const usable = usableFrom(policy, facts.order.country)
  let methods = usable.filter(({ id }) => allowed(rules, id))
  if (statutory && methods.length === 0) {
    methods = usable.length > 0 ? usable : policy.methods
    steps.push(basic('withdrawal', say('says.lawfulMethods')))
  }
  const gifts = withVerb(said, 'free_methods')
  steps.push(...gifts.map((one) => step(one, actionWords('free_methods', policy)(one.action))))
  const free = methods.filter(
    ({ id, price }) =>
      price === 0 || fault !== null || gifts.some(({ action }) => !action.ids || action.ids.includes(id)),
  )
  if (fault !== null && free.some(({ price }) => price > 0))
    steps.push(basic(byFault(fault), say('says.faultMethods')))
  return { methods: methods.map(({ id }) => id), freeMethods: free.map(({ id }) => id), steps }
}
