import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Disposition, Grade, Outcome } from '@/lib/returns/vocabulary'
import { instant, shopId, tenantPolicy } from './columns'
import { orders } from './orders'
import { returns } from './returns'

/** A line's pieces in a return; amounts in minor units of the return's currency. */
export const returnItems = pgTable(
  'return_items',
  {
    shopId: shopId(),
    returnId: uuid('return_id').notNull(),
    /** `1`, `2`, …: the draft's own key. */
    key: text('key').notNull(),
    orderId: uuid('order_id').notNull(),
    /** The shop's id of the line, as it was; a later order may leave it out. */
    lineId: text('line_id').notNull(),
    /** What the line said then. */
    title: text('title').notNull(),
    variant: text('variant'),
    sku: text('sku'),
    mediaId: text('media_id'),
    quantity: integer('quantity').notNull(),
    reason: text('reason').notNull(),
    subReason: text('sub_reason'),
    comment: text('comment'),
    outcome: text('outcome').$type<Outcome>().notNull(),
    /** What an exchange sends, as it was named and priced. */
    exchange: jsonb('exchange').$type<{
      sku: string
      title: string
      variant: string | null
      price: number
    }>(),
    box: integer('box').notNull(),
    /** What was paid for these pieces. */
    paid: bigint('paid', { mode: 'number' }).notNull(),
    receivedQuantity: integer('received_quantity').notNull(),
    receivedAt: instant('received_at'),
    grade: text('grade').$type<Grade>(),
    disposition: text('disposition').$type<Disposition>(),
    deduction: bigint('deduction', { mode: 'number' }).notNull(),
    deductionReason: text('deduction_reason'),
    checkedAt: instant('checked_at'),
    /** The shopper's objection to a deduction. */
    contest: text('contest'),
    contestedAt: instant('contested_at'),
    contestAnswer: text('contest_answer'),
    contestAnsweredAt: instant('contest_answered_at'),
    settledAt: instant('settled_at'),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.returnId, table.key] }),
    foreignKey({
      columns: [table.shopId, table.returnId],
      foreignColumns: [returns.shopId, returns.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [table.shopId, table.orderId], foreignColumns: [orders.shopId, orders.id] }),
    index('return_items_line').on(table.shopId, table.orderId, table.lineId),
    tenantPolicy(),
  ],
)
