import { z } from 'zod'
import { replay } from '@/lib/services/replay'
import { namedShop } from './named-shop'
import { defineVerb, UsageError } from './verb'

const STATES = ['unreadable', 'failed', 'ignored'] as const

const stateSchema = z.enum(STATES)
const sinceSchema = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .transform((text) => new Date(text))

export const replayVerb = defineVerb({
  summary: 'read stored deliveries again',
  positionals: ['shop'],
  usage: `<shop> (--delivery <id> | --state ${STATES.join('|')} | --since <time>)`,
  help: `Reads what providers sent again, with the adapters of today: after a fix, or when a provider began to send a shape that
Doorstep didn't know.

  --delivery <id>       one delivery
  --state <state>       those that are ${STATES.join(', ')}; may be given several times
  --since <time>        those received then or later: 2026-11-20 or 2026-11-20T09:00:00+01:00

Several of them together must all fit. What a delivery told first is replaced by today's reading: after a fix of how times
are read, reach back to a parcel's first delivery. Nobody is told of a milestone twice. Prints how many there were of each
outcome; the exit code is 1 when one failed.`,
  options: {
    delivery: { type: 'string' },
    state: { type: 'string', multiple: true },
    since: { type: 'string' },
  },
  run: async ({ positionals: { shop }, values, context, out }) => {
    const { delivery } = values
    const states = z.array(stateSchema).optional().safeParse(values.state)
    if (!states.success) throw new UsageError(`--state is one of ${STATES.join(', ')}`)
    const since = sinceSchema.optional().safeParse(values.since)
    if (!since.success) throw new UsageError('--since is a day or a time like 2026-11-20T09:00:00+01:00')
    if (delivery === undefined && !states.data && !since.data)
      throw new UsageError('--delivery, --state or --since is missing')
    const running = await context()
    const shopId = await namedShop(running, shop)
    const counts = await replay(running, shopId, { delivery, states: states.data, since: since.data })
    out(
      Object.entries(counts)
        .map(([outcome, count]) => `${count} ${outcome}`)
        .join(', '),
    )
    return counts.failed > 0 ? 1 : 0
  },
})
