import { apiKeyCreate } from './verbs/api-key-create'
import { endpointCreate } from './verbs/endpoint-create'
import { erase } from './verbs/erase'
import { hostAdd } from './verbs/host-add'
import { hostVerify } from './verbs/host-verify'
import { importVerb } from './verbs/import'
import { importProducts } from './verbs/import-products'
import { policyLint } from './verbs/policy-lint'
import { policySet } from './verbs/policy-set'
import { replayVerb } from './verbs/replay'
import { returnsSettings } from './verbs/returns-settings'
import { shopCreate } from './verbs/shop-create'
import { shopUpdate } from './verbs/shop-update'
import { type Io, RefusedError, UsageError, type Verb } from './verbs/verb'
import { walletRemove } from './verbs/wallet-remove'
import { walletSet } from './verbs/wallet-set'

/** Every verb of the command line: one line each. */
export const VERBS: ReadonlyMap<string, Verb> = new Map([
  ['shop:create', shopCreate],
  ['shop:update', shopUpdate],
  ['endpoint:create', endpointCreate],
  ['apikey:create', apiKeyCreate],
  ['host:add', hostAdd],
  ['host:verify', hostVerify],
  ['wallet:set', walletSet],
  ['wallet:remove', walletRemove],
  ['returns:settings', returnsSettings],
  ['policy:set', policySet],
  ['policy:lint', policyLint],
  ['import', importVerb],
  ['import:products', importProducts],
  ['replay', replayVerb],
  ['erase', erase],
])

const WIDTH = 18

const list = (): string =>
  [
    'Usage: npm run doorstep -- <verb> …',
    '',
    ...[...VERBS].map(([name, { summary }]) => `  ${name.padEnd(WIDTH)}${summary}`),
    '',
    'npm run doorstep -- help <verb> tells more.',
  ].join('\n')

const usageOf = (name: string, { usage }: Verb): string => `Usage: npm run doorstep -- ${name} ${usage}`

const isHelp = (argument: string | undefined): boolean =>
  argument !== undefined && ['help', '--help', '-h'].includes(argument)

/** Runs one verb and returns the exit code: 0 done, 1 refused, 2 not understood. Throws what nobody expected. */
export async function runVerb(argv: readonly string[], io: Io): Promise<number> {
  const asksHelp =
    isHelp(argv[0]) || argv.slice(1).some((argument) => argument === '--help' || argument === '-h')
  const name = isHelp(argv[0]) ? argv[1] : argv[0]
  if (name === undefined) {
    const say = asksHelp ? io.out : io.err
    say(list())
    return asksHelp ? 0 : 2
  }
  const verb = VERBS.get(name)
  if (!verb) {
    io.err(`Unknown verb '${name}'.\n\n${list()}`)
    return 2
  }
  if (asksHelp) {
    io.out(`${usageOf(name, verb)}\n\n${verb.help}`)
    return 0
  }
  try {
    return await verb.run(argv.slice(1), io)
  } catch (error) {
    if (error instanceof RefusedError) {
      io.err(error.message)
      return 1
    }
    if (!(error instanceof UsageError)) throw error
    io.err(`${error.message}.\n${usageOf(name, verb)}`)
    return 2
  }
}
