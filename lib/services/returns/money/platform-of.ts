import { readReturnSettings } from '@/db/queries/read-return-settings'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { ReturnSettings } from '@/lib/returns/settings'

/** Who moves a shop's money. */
export const platformOf = async (tx: ShopTx, shopId: ShopId): Promise<ReturnSettings['money']['backend']> =>
  (await readReturnSettings(tx, shopId)).settings.money.backend
