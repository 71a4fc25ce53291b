import type { z } from 'zod'
import { pointerOf } from '@/lib/core/field-error'
import type { ParcelReport } from '@/lib/parcels/report'
import type { SignatureScheme } from '@/lib/webhooks/signature'
import { orderScans } from './order-scans'

/** What a payload turned out to be. */
export type Reading =
  | { kind: 'reports'; reports: ParcelReport[] }
  /** Genuine, well-formed, but not about a parcel (another topic of the same vendor). */
  | { kind: 'ignored'; reason: string }

/** A provider of webhooks: an aggregator, a carrier or our own documented body. */
export type Carrier<P = unknown> = {
  /** Slug in the webhook address, e.g. `easypost`. */
  id: string
  /** The vendor's name for people. */
  name: string
  /** The vendor's documentation of this webhook. */
  docs: string
  signature: SignatureScheme
  /** The vendor's own id of this delivery, where it has one (header or body). */
  deliveryId: (headers: Headers, payload: P) => string | null
  /** Loose on what we don't read, strict on what we do; `null` and absent are the same. */
  payload: z.ZodType<P>
  /** Pure: a parsed payload becomes reports; never throws on odd values, unknown codes fall back. */
  read: (payload: P, headers: Headers) => Reading
}

/** A carrier with its payload type closed over: what the registry holds. */
export type AnyCarrier = Omit<Carrier, 'deliveryId' | 'payload' | 'read'> & {
  /** Parses a JSON value; an unknown shape comes back as zod's issues, with pointers. */
  parse: (
    json: unknown,
    headers: Headers,
  ) =>
    | { ok: true; deliveryId: string | null; reading: Reading }
    | { ok: false; issues: { pointer: string; detail: string }[] }
}

const inOrder = (reading: Reading): Reading =>
  reading.kind === 'ignored'
    ? reading
    : {
        kind: 'reports',
        reports: reading.reports.map((report) => ({ ...report, scans: orderScans(report.scans) })),
      }

/** Defines a provider in one place; see `docs/architecture.md`, "to add a provider". */
export function defineCarrier<P>(carrier: Carrier<P>): AnyCarrier {
  const { deliveryId, payload, read, ...facts } = carrier
  return {
    ...facts,
    parse(json, headers) {
      const parsed = payload.safeParse(json)
      if (!parsed.success)
        return {
          ok: false,
          issues: parsed.error.issues.map((issue) => ({
            pointer: pointerOf(issue.path),
            detail: issue.message,
          })),
        }
      return {
        ok: true,
        deliveryId: deliveryId(headers, parsed.data),
        reading: inOrder(read(parsed.data, headers)),
      }
    },
  }
}
