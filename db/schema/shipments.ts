import { integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { Projection } from '@/lib/parcels/projection'
import { createdAt, instant, shopId, tenantPolicy } from './columns'

/** A parcel on its way; carriers recycle numbers, so a number has generations. */
export const shipments = pgTable(
  'shipments',
  {
    shopId: shopId(),
    id: uuid('id').notNull(),
    carrier: text('carrier').notNull(),
    /** As it was first told. */
    number: text('number').notNull(),
    /** Upper case without spaces. */
    numberKey: text('number_key').notNull(),
    generation: integer('generation').notNull(),
    /** The fold of all facts; see `lib/parcels`. */
    projection: jsonb('projection').$type<Projection>().notNull(),
    projectionVersion: integer('projection_version').notNull(),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.id] }),
    unique('shipments_number').on(table.shopId, table.numberKey, table.carrier, table.generation),
    tenantPolicy(),
  ],
)
