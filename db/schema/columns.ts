import { sql } from 'drizzle-orm'
import { customType, pgPolicy, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The tenant's column: leads every key of a tenant table. */
export const shopId = () => uuid('shop_id').notNull()

/** An instant in UTC. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const createdAt = () => instant('created_at').notNull()

/** Raw bytes, as they came over the wire. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

const currentShop = sql`shop_id = nullif(current_setting('app.shop_id', true), '')::uuid`

/** The second lock: without `SET LOCAL app.shop_id` a tenant table is empty, and takes no row of another shop. */
export const tenantPolicy = () =>
  pgPolicy('tenant', {
    as: 'permissive',
    for: 'all',
    to: 'public',
    using: currentShop,
    withCheck: currentShop,
  })
