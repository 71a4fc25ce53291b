import { createApiKey } from '@/lib/services/create-api-key'
import { namedShop } from './named-shop'
import { defineVerb } from './verb'

export const apiKeyCreate = defineVerb({
  summary: 'make a key for the JSON API',
  positionals: ['shop'],
  usage: '<shop> [--label <label>]',
  help: `  --label <label>       tells the shop's keys apart (default: command line)

Prints the key, this once: only its hash is kept. Send it as \`Authorization: Bearer ds_…\`.`,
  options: { label: { type: 'string', default: 'command line' } },
  run: async ({ positionals: { shop }, values, context, out }) => {
    const running = await context()
    out(await createApiKey(running, await namedShop(running, shop), values.label))
    return 0
  },
})
