import { jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { PlacedSlotBody } from '@/lib/slots/placed-slot'
import { createdAt, instant, shopId, tenantPolicy } from './columns'

/** The slots that a shop has placed on its pages; each write raises the shop's version. */
export const slotPlacements = pgTable(
  'slot_placements',
  {
    shopId: shopId(),
    /** The shop's own name for it. */
    id: text('id').notNull(),
    document: jsonb('document').$type<PlacedSlotBody>().notNull(),
    /** Since when its variants are tried as they are; null: it has fewer than two. */
    testSince: instant('test_since'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shopId, table.id] }), tenantPolicy()],
)
