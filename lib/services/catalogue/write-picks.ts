import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { products } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { FieldError } from '@/lib/core/field-error'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'

/** Replaces the shop's hand-picked list, in its order; every product has to be known and sold. */
export async function writePicks(
  { db, now }: Context,
  shopId: ShopId,
  keys: readonly string[],
): Promise<Result<{ products: readonly string[] }, FieldError[]>> {
  return withShop(db, shopId, async (tx) => {
    const known =
      keys.length === 0
        ? []
        : await tx
            .select({ key: products.key })
            .from(products)
            .where(
              and(eq(products.shopId, shopId), inArray(products.key, [...keys]), isNull(products.goneAt)),
            )
    const sold = new Set(known.map(({ key }) => key))
    const faults = keys.flatMap((key, index) =>
      sold.has(key)
        ? []
        : [{ pointer: `/products/${index}`, code: 'unknown_product', detail: 'is no product that is sold' }],
    )
    if (faults.length > 0) return fail(faults)
    const updatedAt = now()
    const before = await tx
      .select({ key: products.key, picked: products.picked })
      .from(products)
      .where(and(eq(products.shopId, shopId), isNotNull(products.picked)))
      .orderBy(asc(products.key))
      .for('update')
    const place = new Map(keys.map((key, index) => [key, index]))
    const was = new Map(before.map(({ key, picked }) => [key, picked]))
    for (const key of [...new Set([...was.keys(), ...keys])].sort()) {
      const picked = place.get(key) ?? null
      if ((was.get(key) ?? null) === picked) continue
      await tx
        .update(products)
        .set({ picked, updatedAt })
        .where(and(eq(products.shopId, shopId), eq(products.key, key)))
    }
    return ok({ products: keys })
  })
}
