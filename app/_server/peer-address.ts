import ipaddr from 'ipaddr.js'

/** Names the address at the other end of the connection; our server sets it and drops what a client sends under it. */
export const PEER_HEADER = 'x-doorstep-peer'

/** What a request without a known address counts as: all of them together. */
export const UNKNOWN_PEER = 'unknown'

/** `203.0.113.7`, `203.0.113.7:4711`, `2001:db8::1` or `[2001:db8::1]:4711`; null for anything else. */
function readAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
  if (!ipaddr.IPv4.isValidFourPartDecimal(bare) && !ipaddr.IPv6.isValid(bare)) return null
  return ipaddr.process(bare)
}

const isWithin = (address: ipaddr.IPv4 | ipaddr.IPv6, range: string): boolean => {
  const [network, bits] = ipaddr.parseCIDR(range)
  return network.kind() === address.kind() && address.match(network, bits)
}

const isTrusted = (address: ipaddr.IPv4 | ipaddr.IPv6, trustedProxies: readonly string[]): boolean =>
  trustedProxies.some((range) => isWithin(address, range))

/** Whether a trusted proxy opened the connection: only then its `X-Forwarded-…` headers say something. */
export function isFromTrustedProxy(headers: Headers, trustedProxies: readonly string[]): boolean {
  const address = readAddress(headers.get(PEER_HEADER) ?? '')
  return address !== null && isTrusted(address, trustedProxies)
}

/**
 * The client's address: who opened the connection or, where that is a trusted proxy, the nearest hop of X-Forwarded-For
 * that isn't one. What stands left of that hop anybody can have written.
 */
export function peerAddress(headers: Headers, trustedProxies: readonly string[]): string {
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  let address = readAddress(headers.get(PEER_HEADER) ?? '')
  if (!address) return UNKNOWN_PEER
  for (const hop of hops.reverse()) {
    if (!isTrusted(address, trustedProxies)) break
    const next = readAddress(hop)
    if (!next) break
    address = next
  }
  return address.toString()
}
