import { index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { CareKind } from '@/lib/care/care-kind'
import { instant, shopId, tenantPolicy } from './columns'

/** What somebody at the shop should look at: opened by facts or by the clock, once for each occurrence. */
export const careCases = pgTable(
  'care_cases',
  {
    shopId: shopId(),
    id: uuid('id').notNull(),
    kind: text('kind').$type<CareKind>().notNull(),
    /** The shipment's id; of a wish the order's. */
    subject: uuid('subject').notNull(),
    /** Which of its kind, told by content: a day, a state; never a counter. */
    occurrence: text('occurrence').notNull(),
    openedAt: instant('opened_at').notNull(),
    /** It has settled itself: the parcel went on. */
    closedAt: instant('closed_at'),
    /** Somebody has seen to it. */
    handledAt: instant('handled_at'),
    /** The key's label; never a person's address. */
    handledBy: text('handled_by'),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.id] }),
    unique('care_cases_once').on(table.shopId, table.subject, table.kind, table.occurrence),
    index('care_cases_open').on(table.shopId, table.handledAt, table.closedAt, table.id),
    tenantPolicy(),
  ],
)
