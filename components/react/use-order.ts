import type { Client } from '@/lib/client/create-client'
import type { OrderJson } from '@/lib/client/json'
import { type UseKept, useKept } from './use-kept'

export type WatchOptions<T> = {
  /** Made once, outside of components: `createClient({ origin })`. */
  client: Client
  locale?: string
  /** The same order or parcel, read on the server: shown at once, also without JavaScript. */
  initial?: T | null
}

export type UseOrder = Omit<UseKept<OrderJson>, 'value'> & { order: OrderJson | null }

const isFinal = ({ parcels, unshipped }: OrderJson): boolean =>
  parcels.length > 0 && unshipped.length === 0 && parcels.every((parcel) => parcel.final)

/** An order that keeps itself fresh until every parcel has arrived; a null token waits. */
export function useOrder(
  token: string | null,
  { client, locale, initial }: WatchOptions<OrderJson>,
): UseOrder {
  const {
    value,
    replace: _,
    ...rest
  } = useKept({
    key: token === null ? null : `doorstep ${client.origin} o ${token} ${locale ?? ''}`,
    ask: (etag) => client.order(token ?? '', { locale, etag }),
    isFinal,
    initial,
  })
  return { order: value, ...rest }
}
