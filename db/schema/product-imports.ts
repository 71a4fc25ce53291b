import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { ImportReport } from '@/lib/catalogue/import-report'
import { instant, shopId, tenantPolicy } from './columns'

/** What an import of products read, changed and refused. */
export const productImports = pgTable(
  'product_imports',
  {
    shopId: shopId(),
    id: uuid('id').notNull(),
    /** The feed's name, or `file`. */
    source: text('source').notNull(),
    state: text('state').$type<'running' | 'done' | 'unchanged' | 'failed'>().notNull(),
    /** Why it failed; the report tells how far it came. */
    error: text('error'),
    report: jsonb('report').$type<ImportReport>().notNull(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.id] }),
    index('product_imports_started').on(table.shopId, table.startedAt),
    tenantPolicy(),
  ],
)
