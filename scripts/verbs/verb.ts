import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Context } from '@/lib/services/context'

/** The command line is not understood: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** It is understood and can't be done; the message says why: exit code 1. */
export class RefusedError extends Error {
  override name = 'RefusedError'
}

/** What a verb needs from outside. */
export type Io = {
  /** Opens the database with the first call. */
  context: () => Promise<Context>
  /** A line for whoever asked, and for programs. */
  out: (line: string) => void
  /** A line about what went wrong. */
  err: (line: string) => void
}

type Options = NonNullable<ParseArgsConfig['options']>
type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>
>['values']

type Definition<P extends string, O extends Options> = {
  /** One line of the list of verbs. */
  summary: string
  /** The positional arguments, all required. */
  positionals: readonly P[]
  options: O
  /** What stands behind the verb's name in its usage. */
  usage: string
  /** Everything else that one must know. */
  help: string
  /** Returns the exit code. */
  run: (call: Io & { positionals: Record<P, string>; values: Values<O> }) => Promise<number>
}

/** A verb with its argument types closed over: what the table holds. */
export type Verb = {
  summary: string
  usage: string
  help: string
  run: (argv: readonly string[], io: Io) => Promise<number>
}

function parse<O extends Options>(argv: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message.split('. ')[0])
    throw error
  }
}

/** Defines a verb of the command line in one place. */
export function defineVerb<const P extends string, const O extends Options>(
  definition: Definition<P, O>,
): Verb {
  const { summary, usage, help, positionals: names, options, run } = definition
  return {
    summary,
    usage,
    help,
    run: async (argv, io) => {
      const { values, positionals } = parse(argv, options)
      const [missing] = names.slice(positionals.length)
      if (missing !== undefined) throw new UsageError(`<${missing}> is missing`)
      if (positionals.length > names.length)
        throw new UsageError(`Unexpected argument '${positionals[names.length]}'`)
      const named = (name: P) => positionals[names.indexOf(name)] ?? ''
      const byName = Object.fromEntries(names.map((name) => [name, named(name)]))
      return run({ ...io, values, positionals: isComplete(byName, names) ? byName : fault() })
    },
  }
}

const isComplete = <P extends string>(
  byName: Record<string, string>,
  names: readonly P[],
): byName is Record<P, string> => names.every((name) => name in byName)

const fault = (): never => {
  throw new Error('an argument lost its name')
}
