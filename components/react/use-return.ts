import type { Answer } from '@/lib/client/answer'
import type { ReturnJson } from '@/lib/client/json'
import { ProblemError } from './kept'
import { type UseKept, useKept } from './use-kept'
import type { WatchOptions } from './use-order'

export type UseReturn = Omit<UseKept<ReturnJson>, 'value'> & {
  /** The return; null while there is none to show. */
  back: ReturnJson | null
  /** Calls it off; throws a {@link ProblemError} where that can't be any more. */
  cancel: () => Promise<void>
  /** Objects to what was deducted for an item. */
  contest: (key: string, text: string) => Promise<void>
}

/** A return that keeps itself fresh until nothing more happens to it; a null link waits. */
export function useReturn(
  link: { token: string; number: string } | null,
  { client, locale, initial }: WatchOptions<ReturnJson>,
): UseReturn {
  const { token = '', number = '' } = link ?? {}
  const { value, replace, ...rest } = useKept({
    key: link && `doorstep ${client.origin} r ${token} ${number} ${locale ?? ''}`,
    ask: (etag) => client.return(token, number, { locale, etag }),
    isFinal: (back) => back.final,
    initial,
  })
  const act = async (answered: Promise<Answer<ReturnJson>>): Promise<void> => {
    const answer = await answered
    if (answer.ok) replace(answer)
    else if (answer.error === 'problem') throw new ProblemError(answer.problem)
    else rest.refresh()
  }
  return {
    back: value,
    ...rest,
    cancel: () => act(client.cancelReturn(token, number, {}, { locale })),
    contest: (key, text) => act(client.contestDeduction(token, number, { key, text }, { locale })),
  }
}
