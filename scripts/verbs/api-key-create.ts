import { API_KEY_ROLES, createApiKey } from '@/lib/services/create-api-key'
import { namedShop } from './named-shop'
import { defineVerb, UsageError } from './verb'

function roleOf(text: string) {
  const role = API_KEY_ROLES.find((known) => known === text)
  if (!role) throw new UsageError(`«${text}» is no role: ${API_KEY_ROLES.join(' or ')}`)
  return role
}

export const apiKeyCreate = defineVerb({
  summary: 'make a key for the JSON API or the check-in of returns',
  positionals: ['shop'],
  usage: '<shop> [--label <label>] [--role <role>]',
  help: `  --label <label>       tells the shop's keys apart, and signs what is done with it (default: command line)
  --role <role>         merchant: everything (default); warehouse: checks returns in at /r, nothing else

Prints the key, this once: only its hash is kept. Send it as \`Authorization: Bearer ds_…\`.`,
  options: {
    label: { type: 'string', default: 'command line' },
    role: { type: 'string', default: 'merchant' },
  },
  run: async ({ positionals: { shop }, values, context, out }) => {
    const role = roleOf(values.role)
    const running = await context()
    out(await createApiKey(running, await namedShop(running, shop), values.label, undefined, role))
    return 0
  },
})
