import type { AnyCarrier, Reading } from '@/lib/carriers/carrier'
import type { ProductChange } from './product-change'

type Ignored = Extract<Reading, { kind: 'ignored' }>

/** Somebody whose webhooks tell of products; taken in, kept and replayed like those of carriers. */
export type ProductProvider = Pick<AnyCarrier, 'id' | 'name' | 'docs' | 'signature'> & {
  parse: (
    json: unknown,
    headers: Headers,
  ) =>
    | { ok: true; deliveryId: string | null; reading: Ignored | { kind: 'product'; change: ProductChange } }
    | { ok: false; issues: { pointer: string; detail: string }[] }
}
