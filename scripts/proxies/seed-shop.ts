import { getContext } from '@/lib/context'
import type { ShopId } from '@/lib/core/ids'
import type { Result } from '@/lib/core/result'
import { addHost } from '@/lib/services/add-host'
import type { Context } from '@/lib/services/context'
import { createApiKey } from '@/lib/services/create-api-key'
import { createEndpoint } from '@/lib/services/create-endpoint'
import { createShop } from '@/lib/services/create-shop'
import { hostToken } from '@/lib/services/host-token'
import { verifyHost } from '@/lib/services/verify-host'
import { hostProof } from '@/lib/shops/host-proof'
import { shopSettingsSchema } from '@/lib/shops/shop'
import { defaultSettings } from '../verbs/default-settings'

export const HOME = 'https://brand.example'

function got<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

async function proveHost(context: Context, shopId: ShopId, host: string): Promise<void> {
  got(await addHost(context, shopId, host))
  const { dns } = hostProof(host, hostToken(context.keyring, shopId, host))
  got(await verifyHost(context, shopId, host, async (name) => (name === dns.name ? [[dns.value]] : [])))
}

export type Seeded = { slug: string; apiKey: string; endpoint: { id: string; secret: string } }

/** A shop with proven hosts (the first is the one of links in mails), a key and an address for webhooks. */
export async function seedShop(slug: string, hosts: readonly string[]): Promise<Seeded> {
  const context = await getContext()
  const { brand, ...settings } = defaultSettings(HOME)
  const logo = { ...brand.logo, light: '/demo/logos/alpenglueck-light.svg' }
  const parsed = shopSettingsSchema.parse({
    ...settings,
    brand: { ...brand, logo },
    name: 'Brand',
    locales: ['de', 'en'],
    defaultLocale: 'de',
  })
  const { shopId } = got(await createShop(context, slug, parsed))
  for (const host of hosts) await proveHost(context, shopId, host)
  const { id, secret } = got(await createEndpoint(context, shopId, { provider: 'standard' }))
  return {
    slug,
    apiKey: await createApiKey(context, shopId, 'proxies'),
    endpoint: { id, secret: secret ?? '' },
  }
}
