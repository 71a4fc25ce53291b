import {
  bigint,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, shopId, tenantPolicy } from './columns'
import { orders } from './orders'

/** Vouchers that orders were given for a broken promise: one for each order, and each code once. */
export const voucherGrants = pgTable(
  'voucher_grants',
  {
    shopId: shopId(),
    orderId: uuid('order_id').notNull(),
    id: uuid('id').notNull(),
    /** The parcel whose promise broke. */
    shipmentId: uuid('shipment_id').notNull(),
    code: text('code').notNull(),
    codeKey: text('code_key').notNull(),
    source: text('source').$type<'pool' | 'generated'>().notNull(),
    kind: text('kind').$type<'percent' | 'amount'>().notNull(),
    /** `percent`: hundredths of a percent; `amount`: minor units. */
    value: integer('value').notNull(),
    /** What it takes off at most, minor units; of an amount the amount. It is what the month's budget was charged. */
    atMost: bigint('at_most', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    /** The smallest order it counts for, minor units; 0: any. */
    minimum: bigint('minimum', { mode: 'number' }).notNull(),
    /** In the shop's zone; null: without end. */
    validUntil: date('valid_until', { mode: 'string' }),
    /** How late the parcel was when it was granted or raised, whole hours. */
    hoursLate: integer('hours_late').notNull(),
    /** The month that was charged, `YYYY-MM`. */
    month: text('month').notNull(),
    grantedAt: instant('granted_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.orderId] }),
    unique('voucher_grants_code').on(table.shopId, table.codeKey),
    unique('voucher_grants_id').on(table.shopId, table.id),
    foreignKey({
      columns: [table.shopId, table.orderId],
      foreignColumns: [orders.shopId, orders.id],
    }).onDelete('cascade'),
    index('voucher_grants_at').on(table.shopId, table.grantedAt, table.id),
    tenantPolicy(),
  ],
)
