import { and, eq } from 'drizzle-orm'
import { orders, recipients, tokens } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import { sha256 } from '@/lib/core/keyring'
import type { Shop } from '@/lib/shops/shop'
import { parseToken } from '@/lib/shops/token'

/** Whose preferences a link opens. */
export type Opened = {
  /** As the log names them. */
  person: string
  /** Null: nobody to write to; then only pages are chosen. */
  email: string | null
  country: string | null
  /** Which kind of link it is. */
  of: 'order' | 'preferences'
  /** False: the link only shows, and asks for the e-mail address before anything is read or changed. */
  mayAct: boolean
}

/** Opens preferences by an order's link or by a recipient's own; null when the link opens nothing in this shop. */
export async function openPreferences(tx: ShopTx, shop: Shop, text: string): Promise<Opened | null> {
  const token = parseToken(text)
  if (!token || token.shopKey !== shop.key) return null
  const [link] = await tx
    .select({ purpose: tokens.purpose, subject: tokens.subject, scope: tokens.scope })
    .from(tokens)
    .where(and(eq(tokens.shopId, shop.id), eq(tokens.tokenHash, sha256(token.bits))))
  if (link?.purpose === 'order') {
    const [order] = await tx
      .select({ person: orders.customerKey, email: orders.customerEmail, address: orders.deliveryAddress })
      .from(orders)
      .where(and(eq(orders.shopId, shop.id), eq(orders.id, link.subject)))
    if (!order) return null
    return {
      person: order.person ?? `order:${link.subject}`,
      email: order.person && order.email,
      country: order.address?.countryCode ?? null,
      of: 'order',
      mayAct: link.scope === 'act',
    }
  }
  if (link?.purpose !== 'preferences') return null
  const [recipient] = await tx
    .select({ person: recipients.person, email: recipients.email, country: recipients.country })
    .from(recipients)
    .where(and(eq(recipients.shopId, shop.id), eq(recipients.id, link.subject)))
  return recipient ? { ...recipient, of: 'preferences', mayAct: true } : null
}
