import ipaddr from 'ipaddr.js'

/** The only IPv6 block that IANA hands out to the public internet. */
const GLOBAL_UNICAST_V6: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]

/**
 * Whether an IP address lies on the public internet. Everything else is refused: loopback, private, link-local,
 * shared (RFC 6598), multicast, documentation and reserved blocks, and every IPv6 form that carries an IPv4 address
 * inside (mapped, NAT64, 6to4, Teredo), since the inner one may be private.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST_V6)
}
