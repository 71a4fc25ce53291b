import { readRecipient } from '@/db/queries/read-consents'
import { type ShopTx, withShop } from '@/db/with-shop'
import { type Choice, choicesOf } from '@/lib/consent/preferences'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { type Opened, openPreferences } from './open-preferences'

type Preferences = { opened: Opened; choices: Choice[] }

/** What somebody can choose, as it stands; nothing of it through a link that only shows. */
export async function preferencesOf(tx: ShopTx, shop: Shop, opened: Opened, now: Date): Promise<Preferences> {
  if (!opened.mayAct) return { opened, choices: [] }
  const recipient = await readRecipient(tx, shop.id, opened.person)
  return {
    opened,
    choices: choicesOf(recipient, { country: opened.country, hasEmail: opened.email !== null }, now),
  }
}

/** The preferences behind a link; null when it opens nothing. */
export const readPreferences = (
  { db, now }: Context,
  shop: Shop,
  token: string,
): Promise<Preferences | null> =>
  withShop(db, shop.id, async (tx) => {
    const opened = await openPreferences(tx, shop, token)
    return opened && preferencesOf(tx, shop, opened, now())
  })
