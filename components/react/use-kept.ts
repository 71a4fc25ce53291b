import useSWR, { type SWRConfiguration, useSWRConfig } from 'swr'
import type { Answer } from '@/lib/client/answer'
import { type Kept, keep, nextLook, nextTry } from './kept'

/** `loading` until something was heard; `missing`: no such thing; `failed`: nothing was heard yet, and it is tried again. */
export type KeptState = 'loading' | 'ready' | 'missing' | 'failed'

export type UseKept<T> = {
  value: T | null
  state: KeptState
  /** The latest failure, also while an earlier answer is shown. */
  error: Error | undefined
  /** Asks now. */
  refresh: () => void
}

type Replace<T> = {
  /** Takes over what was heard on another way. */
  replace: (answer: Extract<Answer<T>, { ok: true }>) => void
}

type Source<T> = {
  /** Null: wait. */
  key: string | null
  ask: (etag: string | null) => Promise<Answer<T>>
  isFinal: (value: T) => boolean
  /** What the server side has read already. */
  initial: T | null | undefined
}

const RHYTHM = {
  refreshWhenHidden: true,
  compare: Object.is,
  onErrorRetry: (error, _key, _config, revalidate, options) => {
    setTimeout(() => revalidate(options), nextTry(error, options.retryCount))
  },
} satisfies SWRConfiguration

function stateOf({ value }: Partial<Kept<unknown>>, error: Error | undefined): KeptState {
  if (value) return 'ready'
  if (value === null) return 'missing'
  return error ? 'failed' : 'loading'
}

/** Keeps one answer of the API fresh in the rhythm of the hosted pages, until it is final. */
export function useKept<T>({ key, ask, isFinal, initial }: Source<T>): UseKept<T> & Replace<T> {
  const { cache } = useSWRConfig()
  const inCache = (): Kept<T> | undefined => (key === null ? undefined : cache.get(key)?.data)
  const given: Kept<T> | undefined = initial
    ? { value: initial, etag: null, changedAt: 0, final: isFinal(initial) }
    : undefined
  const fresh = !(inCache() ?? given)?.final
  const { data, error, mutate } = useSWR<Kept<T>, Error>(
    key,
    async () => {
      const before = inCache()
      return keep(await ask(before?.etag ?? null), before, isFinal, Date.now())
    },
    {
      ...RHYTHM,
      refreshInterval: fresh ? nextLook : 0,
      revalidateOnFocus: fresh,
      revalidateIfStale: fresh,
      ...(given && { fallbackData: given }),
    },
  )
  return {
    value: data?.value ?? null,
    state: stateOf({ ...data }, error),
    error,
    refresh: () => void mutate(),
    replace: (answer) => void mutate(keep(answer, undefined, isFinal, Date.now()), { revalidate: false }),
  }
}
