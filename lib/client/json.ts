export type { ItemJson, OrderJson } from '@/lib/orders/order-json'
export type { ParcelJson, ScanJson } from '@/lib/parcels/parcel-json'
