import { Resolver } from 'node:dns/promises'
import type { HostProof } from '@/lib/shops/host-proof'
import type { Context } from './context'
import type { SafeFetchError } from './safe-fetch'

/** All TXT records of a name, each as its parts; rejects with a DNS error's `code`. */
export type ResolveTxt = (name: string) => Promise<string[][]>

/** What was found in one of the two places, for the merchant to act on. */
export type ProofFault = { place: 'dns' | 'file'; code: string; detail: string }

const FILE_LIMITS = { maxBytes: 1_000, timeoutMs: 5_000, accept: 'text/plain' }

/** Asks the system's name servers, and gives up soon. */
export const resolveBySystem: ResolveTxt = (name) =>
  new Resolver({ timeout: 2_000, tries: 2 }).resolveTxt(name)

const NO_RECORD: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA'])

const FETCH_FAULTS = {
  url_invalid: 'can’t be asked for',
  scheme_refused: 'can’t be asked for',
  userinfo_refused: 'can’t be asked for',
  port_refused: 'can’t be asked for',
  name_unresolved: 'has no address in the DNS',
  address_refused: 'is on an address that is not on the public internet',
  redirect_refused: 'answers with a redirect, which is not followed',
  too_large: 'is longer than the proof',
  timeout: 'did not answer in time',
  connection_failed: 'can’t be reached, or has no valid certificate',
} as const satisfies Record<SafeFetchError, string>

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

async function dnsFault(
  { name, value }: HostProof['dns'],
  resolveTxt: ResolveTxt,
): Promise<ProofFault | null> {
  const fault = (code: string, detail: string): ProofFault => ({
    place: 'dns',
    code,
    detail: `${name} ${detail}`,
  })
  try {
    const texts = (await resolveTxt(name)).map((parts) => parts.join('').trim())
    if (texts.includes(value)) return null
    return texts.length > 0
      ? fault('record_differs', `has TXT records, and none of them is «${value}»`)
      : fault('record_missing', 'has no TXT record')
  } catch (error) {
    const code = codeOf(error)
    if (NO_RECORD.has(code)) return fault('record_missing', 'has no TXT record')
    // Expected from outside: a name server that is away, refuses or answers nonsense.
    return fault('dns_unavailable', `can’t be asked for now${code && ` (${code})`}`)
  }
}

async function fileFault(
  { url, content }: HostProof['file'],
  fetch: Context['fetch'],
): Promise<ProofFault | null> {
  const fault = (code: string, detail: string): ProofFault => ({
    place: 'file',
    code,
    detail: `${url} ${detail}`,
  })
  const answer = await fetch(url, FILE_LIMITS)
  if (!answer.ok) return fault(answer.error, FETCH_FAULTS[answer.error])
  const { status, body } = answer.value
  if (status !== 200) return fault('status_differs', `answers with status ${status}`)
  if (new TextDecoder().decode(body).trim() !== content)
    return fault('file_differs', `does not say «${content}»`)
  return null
}

/** Looks in both places at once; an empty list when one of them holds the proof. */
export async function checkHostProof(
  { dns, file }: HostProof,
  fetch: Context['fetch'],
  resolveTxt: ResolveTxt,
): Promise<ProofFault[]> {
  const faults = await Promise.all([dnsFault(dns, resolveTxt), fileFault(file, fetch)])
  const found = faults.filter((fault) => fault !== null)
  return found.length < faults.length ? [] : found
}
