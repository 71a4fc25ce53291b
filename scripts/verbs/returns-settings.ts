import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { readReturnSettings } from '@/db/queries/read-return-settings'
import { withShop } from '@/db/with-shop'
import { returnSettingsBodySchema } from '@/lib/api/schemas/return-settings-schema'
import { fieldErrors } from '@/lib/core/field-error'
import { SERVICE_SECRETS } from '@/lib/returns/service-secrets'
import { returnSettingsJson, writeReturnSettings } from '@/lib/services/returns/write-return-settings'
import { namedShop } from './named-shop'
import { defineVerb, RefusedError, UsageError } from './verb'

const refused = (errors: readonly { pointer: string; detail: string }[]) =>
  new RefusedError(errors.map(({ pointer, detail }) => `${pointer.slice(1)} ${detail}`).join('\n'))

async function readBody(file: string): Promise<Record<string, unknown>> {
  const read = file === '-' ? text(process.stdin) : readFile(file, 'utf8')
  const content = await read.catch((error: NodeJS.ErrnoException) => {
    throw new RefusedError(`${file} can't be read: ${error.code ?? error.message}`)
  })
  try {
    const body: unknown = JSON.parse(content)
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body }
  } catch {
    // Said below, as for every other text that is no object.
  }
  throw new RefusedError(`${file === '-' ? 'The input' : file} is no JSON object`)
}

/** `easypost=EASYPOST_KEY`: the secret that stands in a variable, so that it is on no command line. */
function fromEnvironment(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', variable = ''] = pair.split('=')
      if (!SERVICE_SECRETS.some((known) => known === name))
        throw new UsageError(`«${name}» is no secret's name: ${SERVICE_SECRETS.join(', ')}`)
      const secret = process.env[variable]
      if (!secret)
        throw new RefusedError(`The variable «${variable}» is empty: it should hold ${name}'s secret`)
      return [name, secret]
    }),
  )
}

export const returnsSettings = defineVerb({
  summary: 'show or set which services a shop’s returns use',
  positionals: ['shop'],
  usage: '<shop> [--set <file>] [--secret <name>=<variable>]…',
  help: `  --set <file>          JSON as PUT /api/v1/return-settings takes it, secrets too; - reads it from standard input.
                        What is left out is what Doorstep has built in
  --secret <name>=<variable>
                        a secret that stands in an environment variable, so that it is in no list of processes and no
                        history: ${SERVICE_SECRETS.join(', ')}

Prints the settings as JSON, of secrets the names alone. A secret that is made for webhooks is shown this once.`,
  options: { set: { type: 'string' }, secret: { type: 'string', multiple: true } },
  run: async ({ positionals: { shop }, values: { set, secret = [] }, context, out }) => {
    const secrets = fromEnvironment(secret)
    const file = set === undefined ? null : await readBody(set)
    const running = await context()
    const shopId = await namedShop(running, shop)
    const now = await withShop(running.db, shopId, (tx) => readReturnSettings(tx, shopId))
    if (!file && secret.length === 0) {
      out(JSON.stringify(returnSettingsJson(now.settings, now.secrets), null, 2))
      return 0
    }
    const { secrets: ofFile = {}, ...settings }: Record<string, unknown> = file ?? now.settings
    const body = returnSettingsBodySchema.safeParse({
      ...settings,
      secrets: typeof ofFile === 'object' ? { ...ofFile, ...secrets } : ofFile,
    })
    if (!body.success) throw refused(fieldErrors(body.error))
    const written = await writeReturnSettings(running, shopId, body.data)
    if (!written.ok) throw refused(written.error)
    out(JSON.stringify(written.value, null, 2))
    return 0
  },
})
