import ipaddr from 'ipaddr.js'
import { env } from '@/lib/env'
import { PEER_HEADER, peerAddress } from './peer-address'

/** Networks of our own: whoever connects from there for somebody else is a proxy. */
const NEAR: ReadonlySet<string> = new Set([
  'loopback',
  'private',
  'linkLocal',
  'uniqueLocal',
  'carrierGradeNat',
])

/** IPv4 as it is; of IPv6 the /64, since one household has that many. */
function householdOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  if (address.kind() === 'ipv4') return address.toString()
  return `${Buffer.from(address.toByteArray().slice(0, 8)).toString('hex')}/64`
}

/** Whether somebody before the one who connected is named: then that one is a proxy. */
function namesSomebodyElse(headers: Headers, peer: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  const last = (headers.get('x-forwarded-for') ?? '').split(',').at(-1)?.trim() ?? ''
  return ipaddr.isValid(last) && ipaddr.process(last).toString() !== peer.toString()
}

/**
 * The client that a limit counts; null where clients can't be told apart: nobody says who connected, or a proxy on our own
 * network did that `TRUSTED_PROXIES` doesn't name. Counted as one, all shoppers of a shop would lock each other out.
 */
export function clientAddress({ headers }: Request): string | null {
  const connected = headers.get(PEER_HEADER) ?? ''
  const address = peerAddress(headers, env().trustedProxies)
  if (!ipaddr.isValid(connected) || !ipaddr.isValid(address)) return null
  const client = ipaddr.process(address)
  if (NEAR.has(client.range()) && namesSomebodyElse(headers, client)) return null
  return householdOf(client)
}
