import type { ShopId } from '@/lib/core/ids'
import type { MoneyBackend } from '@/lib/returns/money/backend'
import type { BackendName } from '@/lib/returns/money/payment'
import type { ServiceSecret } from '@/lib/returns/service-secrets'
import type { ReturnSettings } from '@/lib/returns/settings'
import type { Context } from '@/lib/services/context'
import { merchantBackend } from './merchant-backend'
import { shopifyBackend } from './shopify-backend'
import { wooCommerceBackend } from './woocommerce-backend'

export type BackendSettings = {
  money: ReturnSettings['money']
  secrets: Partial<Record<ServiceSecret, string>>
}

const refusing = (words: string): MoneyBackend => ({
  pay: async () => ({ kind: 'refused', words }),
  find: async () => ({ kind: 'unsure', words }),
})

/** Whoever pays, ready to be asked; one that the shop has since given up refuses in words. */
export function openBackend(
  context: Context,
  shopId: ShopId,
  name: BackendName,
  { money, secrets }: BackendSettings,
): MoneyBackend {
  switch (name) {
    case 'webhook':
      return merchantBackend(context, shopId)
    case 'shopify':
      if (money.backend !== 'shopify' || !secrets.shopify)
        return refusing('The shop’s access to Shopify is not set up')
      return shopifyBackend(context, money, secrets.shopify)
    case 'woocommerce':
      if (money.backend !== 'woocommerce' || !secrets.woocommerce)
        return refusing('The shop’s access to WooCommerce is not set up')
      return wooCommerceBackend(context, money, secrets.woocommerce)
    case 'manual':
      return refusing('This was done by hand')
  }
}
