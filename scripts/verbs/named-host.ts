import { hostSchema } from '@/lib/shops/host'
import { RefusedError } from './verb'

/** The host that somebody writes, in the form in which it is stored; refuses what is none. */
export function namedHost(written: string): string {
  const parsed = hostSchema.safeParse(written)
  if (!parsed.success)
    throw new RefusedError(`«${written}» ${parsed.error.issues[0]?.message ?? 'is no host name'}.`)
  return parsed.data
}
