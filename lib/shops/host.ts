import { domainToASCII } from 'node:url'
import ipaddr from 'ipaddr.js'
import { z } from 'zod'

/** Room for `_doorstep.` before it: a name in the DNS has at most 253 characters. */
const MAX_LENGTH = 243
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** What ends a name in an address: the conversion would silently leave out the rest. */
const NOT_IN_A_NAME = /[\s/:@?#\\%]/

/** The form in which names are compared: lower case, punycode, no dot at the end; empty for what is no name. */
function normalised(written: string): string {
  const name = written.trim().replace(/\.$/, '')
  return NOT_IN_A_NAME.test(name) ? '' : domainToASCII(name).toLowerCase()
}

/** The name in a `Host` header, without its port; null for none. IPv6 addresses lose their brackets. */
export function readHost(header: string | null): string | null {
  if (!header) return null
  const bracketed = /^\[([0-9a-f:.]+)\](?::\d+)?$/i.exec(header)?.[1]
  if (bracketed) return ipaddr.IPv6.isValid(bracketed) ? bracketed.toLowerCase() : null
  return normalised(header.replace(/:\d*$/, '')) || null
}

/** Whether a host is Doorstep's own: that of its public address, `localhost` or a loopback address. */
export function isOurHost(host: string, publicUrl: string): boolean {
  if (host === 'localhost' || host === readHost(new URL(publicUrl).host)) return true
  return ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback'
}

const COMPLAINTS = {
  form: 'is no host name: write it without scheme, port and path, like `orders.example.com`',
  address: 'is an address: only a name can be proven',
  single: 'has one part only: write it in full, like `orders.example.com`',
  long: `is longer than ${MAX_LENGTH} characters`,
} as const

function complaintOf(host: string): string | null {
  if (host === '') return COMPLAINTS.form
  if (ipaddr.isValid(host)) return COMPLAINTS.address
  const labels = host.split('.')
  if (!labels.every((label) => LABEL.test(label)) || /^\d+$/.test(labels.at(-1) ?? '')) return COMPLAINTS.form
  if (labels.length === 1) return COMPLAINTS.single
  return host.length > MAX_LENGTH ? COMPLAINTS.long : null
}

/** A merchant's own (sub)domain as people write it → the form that is stored, compared and served. */
export const hostSchema = z
  .string()
  .max(1_000)
  .transform((written, context) => {
    const host = normalised(written)
    const message = complaintOf(host)
    if (message) context.addIssue({ code: 'custom', message, input: written })
    return host
  })
