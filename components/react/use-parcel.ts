import type { ParcelJson } from '@/lib/client/json'
import { type UseKept, useKept } from './use-kept'
import type { WatchOptions } from './use-order'

export type UseParcel = Omit<UseKept<ParcelJson>, 'value'> & { parcel: ParcelJson | null }

/** The movement of a parcel, fresh until it is final; a null number waits. */
export function useParcel(
  shop: string,
  number: string | null,
  { client, locale, initial }: WatchOptions<ParcelJson>,
): UseParcel {
  const {
    value,
    replace: _,
    ...rest
  } = useKept({
    key: number === null ? null : `doorstep ${client.origin} p ${shop} ${number} ${locale ?? ''}`,
    ask: (etag) => client.parcel(shop, number ?? '', { locale, etag }),
    isFinal: (parcel) => parcel.final,
    initial,
  })
  return { parcel: value, ...rest }
}
