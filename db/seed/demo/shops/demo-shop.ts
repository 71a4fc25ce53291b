import type { ShopSettings } from '@/lib/shops/shop'

/** A webhook address with a fixed id; its secret is fixed as well, except where the vendor signs with a key pair. */
export type DemoEndpoint = { provider: string; id: string; secret: string | null }

/** A shop that exists in demo mode only. */
export type DemoShop = { slug: string; apiKey: string; settings: ShopSettings; endpoints: DemoEndpoint[] }
