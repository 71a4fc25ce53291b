import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventsOf, isSettled, nextState, RETURN_EVENTS, type ReturnEvent } from '@/lib/returns/machine'
import { settlingEvent } from '@/lib/returns/settled-state'
import { OUTCOMES, RETURN_STATES, type ReturnState } from '@/lib/returns/vocabulary'

/** A return as little as one can know of it: what was said about it, not a table of states. */
type Model = {
  sent: 'asked' | 'reviewed' | 'open'
  label: boolean
  travels: boolean
  here: boolean
  checked: boolean
  paid: ReturnState | null
  over: 'rejected' | 'cancelled' | 'expired' | null
}
type Real = { state: ReturnState }

/** What the model says of itself in the machine's words. */
function stateOf(model: Model): ReturnState {
  if (model.over) return model.over
  if (model.paid) return model.paid
  if (model.sent === 'asked') return 'requested'
  if (model.sent === 'reviewed') return 'needs_review'
  if (model.checked) return 'checked'
  if (model.here) return 'received'
  if (model.travels) return 'in_transit'
  return model.label ? 'label_issued' : 'approved'
}

const isOpen = ({ sent, over }: Model) => sent === 'open' && !over
const isUnsent = (model: Model) =>
  isOpen(model) && !model.travels && !model.here && !model.checked && !model.paid
const isCalledOff = ({ over }: Model) => over === 'cancelled' || over === 'expired'

type Rule = { can: (model: Model) => boolean; does: (model: Model) => void }

const revive = (model: Model) => {
  model.over = null
  model.sent = 'open'
}
const moves: Rule = {
  can: (model) => isOpen(model) || isCalledOff(model),
  does: (model) => {
    if (isCalledOff(model)) {
      revive(model)
      Object.assign(model, { here: false, checked: false, label: false })
    }
    model.travels = true
  },
}
const pays = (state: ReturnState): Rule => ({
  can: (model) => isOpen(model) && !model.paid,
  does: (model) => {
    model.paid = state
  },
})
const stays = (can: Rule['can']): Rule => ({ can, does: () => {} })
const isLooked = (model: Model) => isOpen(model) && (model.here || model.checked || model.paid !== null)

const RULES: Record<ReturnEvent, Rule> = {
  submit_approved: {
    can: ({ sent, over }) => sent === 'asked' && !over,
    does: (model) => {
      model.sent = 'open'
    },
  },
  submit_review: {
    can: ({ sent, over }) => sent === 'asked' && !over,
    does: (model) => {
      model.sent = 'reviewed'
    },
  },
  approve: {
    can: ({ sent, over }) => sent === 'reviewed' && !over,
    does: (model) => {
      model.sent = 'open'
    },
  },
  reject: {
    can: (model) => !model.over && (model.sent === 'reviewed' || isUnsent(model)),
    does: (model) => {
      model.over = 'rejected'
    },
  },
  cancel: {
    can: (model) => !model.over && (model.sent !== 'open' || isUnsent(model)),
    does: (model) => {
      model.over = 'cancelled'
    },
  },
  expire: {
    can: isUnsent,
    does: (model) => {
      model.over = 'expired'
    },
  },
  label_issued: {
    can: isUnsent,
    does: (model) => {
      model.label = true
    },
  },
  change_method: {
    can: (model) => isUnsent(model) || (model.sent === 'reviewed' && !model.over),
    does: (model) => {
      model.label = false
    },
  },
  change_exchange: stays((model) => isOpen(model) || (model.sent === 'reviewed' && !model.over)),
  first_scan: moves,
  arrived: {
    can: (model) => moves.can(model) || model.over === 'rejected',
    does: (model) => {
      if (model.over !== 'rejected') moves.does(model)
    },
  },
  receive_part: moves,
  receive: {
    can: moves.can,
    does: (model) => {
      moves.does(model)
      model.here = true
    },
  },
  check_item: stays(isLooked),
  check: {
    can: isLooked,
    does: (model) => {
      if (!model.paid) model.checked = true
    },
  },
  contest: stays(isLooked),
  answer_contest: stays(isLooked),
  settle_refunded: pays('refunded'),
  settle_exchanged: pays('exchanged'),
  settle_credited: pays('credited'),
  reopen: {
    can: ({ over }) => over !== null,
    does: (model) => {
      const wasRejected = model.over === 'rejected'
      revive(model)
      Object.assign(model, { label: false, travels: false, here: false, checked: false })
      if (wasRejected) model.sent = 'reviewed'
    },
  },
  note: stays(() => true),
}

class Event implements fc.Command<Model, Real> {
  constructor(readonly event: ReturnEvent) {}
  check = () => true
  run(model: Model, real: Real) {
    const next = nextState(real.state, this.event)
    const rule = RULES[this.event]
    if (!rule.can(model)) {
      expect(next).toEqual({
        ok: false,
        error: { code: 'return_state', state: real.state, event: this.event },
      })
      return
    }
    rule.does(model)
    expect(next).toEqual({ ok: true, value: stateOf(model) })
    if (next.ok) real.state = next.value
  }
  toString = () => this.event
}

const start = (): { model: Model; real: Real } => ({
  model: { sent: 'asked', label: false, travels: false, here: false, checked: false, paid: null, over: null },
  real: { state: 'requested' },
})

describe('the machine of returns', () => {
  it('does what a simple model of a return does, and refuses the rest with the present state', () => {
    const commands = RETURN_EVENTS.map((event) => fc.constant(new Event(event)))
    fc.assert(
      fc.property(fc.commands(commands, { maxCommands: 60, size: '+1' }), (steps) => {
        fc.modelRun(start, steps)
      }),
      { numRuns: 1_000 },
    )
  })

  it('reaches every state, and leaves a settled one never again', () => {
    const seen = new Set<ReturnState>(['requested'])
    const queue: ReturnState[] = ['requested']
    for (let state = queue.shift(); state; state = queue.shift())
      for (const event of eventsOf(state)) {
        const next = nextState(state, event)
        if (!next.ok) throw new Error(`${event} is no event of ${state}`)
        if (isSettled(state)) expect(next.value).toBe(state)
        if (!seen.has(next.value)) queue.push(next.value)
        seen.add(next.value)
      }
    expect([...seen].toSorted()).toEqual([...RETURN_STATES].toSorted())
  })

  it('lets nobody cancel what a carrier has', () => {
    for (const state of ['in_transit', 'received', 'checked', 'refunded'] as const)
      expect(nextState(state, 'cancel')).toEqual({
        ok: false,
        error: { code: 'return_state', state, event: 'cancel' },
      })
  })

  it('receives and checks what was paid before it came, and stays settled', () => {
    for (const state of ['refunded', 'exchanged', 'credited'] as const)
      for (const event of ['first_scan', 'receive', 'check', 'contest', 'answer_contest'] as const)
        expect(nextState(state, event)).toEqual({ ok: true, value: state })
  })

  it('settles what nobody sends back without a parcel', () => {
    expect(nextState('approved', 'settle_refunded')).toEqual({ ok: true, value: 'refunded' })
  })
})

describe('how a return ends', () => {
  const ends = (...outcomes: (typeof OUTCOMES)[number][]) =>
    settlingEvent(
      outcomes.map((outcome) => ({ outcome })),
      false,
    )

  it('goes by its outcomes: a refund first, then an exchange, then credit', () => {
    expect(ends('store_credit', 'exchange_variant', 'refund')).toBe('settle_refunded')
    expect(ends('store_credit', 'replacement')).toBe('settle_exchanged')
    expect(ends('store_credit')).toBe('settle_credited')
    expect(ends('keep', 'store_credit')).toBe('settle_refunded')
    expect(ends('repair')).toBe('settle_exchanged')
  })

  it('is credit for a present’s money', () => {
    expect(settlingEvent([{ outcome: 'refund' }], true)).toBe('settle_credited')
    expect(settlingEvent([{ outcome: 'refund' }, { outcome: 'exchange_variant' }], true)).toBe(
      'settle_exchanged',
    )
  })

  it('is an end that the machine takes from wherever money moves', () => {
    for (const outcome of OUTCOMES)
      for (const state of ['approved', 'in_transit', 'received', 'checked'] as const) {
        const next = nextState(state, ends(outcome))
        expect(next.ok && isSettled(next.value)).toBe(true)
      }
  })
})
