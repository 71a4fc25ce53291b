import { orderNumberKey } from '@/lib/orders/order'
import { type Erased, erasePerson } from '@/lib/services/erase-person'
import { namedShop } from './named-shop'
import { defineVerb, RefusedError, UsageError } from './verb'

const LABELS = {
  links: 'links',
  deliveries: 'raw webhook bodies',
  signatures: 'signatures',
  texts: 'carrier texts that named the person',
  attempts: 'look-up counters',
  messages: 'messages',
  returns: 'returns',
  files: 'photos and labels of returns',
} as const satisfies Record<Exclude<keyof Erased, 'orders'>, string>

const isCounted = (key: string): key is keyof typeof LABELS => Object.hasOwn(LABELS, key)

export const erase = defineVerb({
  summary: 'remove a person’s data',
  positionals: ['shop'],
  usage: '<shop> (--email <address> | --order <number>)',
  help: `  --email <address>     everything of a customer's address
  --order <number>      everything of one order's customer

Removes, in one transaction: name, e-mail, telephone and address from the orders, the orders' links, the raw bodies of
webhooks that told of their parcels or name the address, signatures, carriers' texts that name the person, look-up counters;
what they wrote and photographed for returns, return labels, drafts of returns and codes for presents.
What was ordered and what moved when stays, without the person.

What the shop or a carrier sends afterwards is new data: stop it there first.
Prints what was erased; the exit code is 1 when there was nothing.`,
  options: { email: { type: 'string' }, order: { type: 'string' } },
  run: async ({ positionals: { shop }, values: { email, order }, context, out }) => {
    if (!email === !order) throw new UsageError('either --email or --order is needed')
    const running = await context()
    const subject = email ? { email: email.trim() } : { numberKey: orderNumberKey(order ?? '') }
    const erased = await erasePerson(running, await namedShop(running, shop), subject)
    if (!erased) throw new RefusedError('Nothing of that person is here.')
    out(`orders: ${erased.orders.join(', ') || 'none'}`)
    for (const [key, label] of Object.entries(LABELS)) if (isCounted(key)) out(`${label}: ${erased[key]}`)
    return 0
  },
})
