import { LOOK_UP_LIMITS } from '@/lib/services/attempts'
import type { Round } from '../round'
import { form } from '../samples'

const [{ max }] = LOOK_UP_LIMITS.address

/** Guesses are counted by the address that the proxy saw. */
export async function checkClientAddress({ proxy, place, check }: Round): Promise<void> {
  const guess = async (attempt: number, from: string) => {
    const { headers, ...question } = form({ order: `NO-${from}-${attempt}`, proof: '80331' })
    const claimed = { 'x-forwarded-for': `198.51.${attempt}.1`, 'x-doorstep-peer': `198.51.${attempt}.1` }
    const answer = await proxy.ask(`${place.pages}/de`, {
      ...question,
      from,
      headers: { ...headers, ...claimed },
    })
    return answer.status
  }
  const statuses: number[] = []
  for (let attempt = 0; attempt <= max; attempt++) statuses.push(await guess(attempt, proxy.clients.guesser))
  check(
    'addresses that a client makes up don’t count',
    statuses.at(-1) === 429 && statuses.slice(0, -1).every((status) => status === 422),
    statuses,
  )
  const other = await guess(max + 1, proxy.clients.reader)
  check('another client is another address', other === 422, other)
}
