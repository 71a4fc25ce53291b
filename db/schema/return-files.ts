import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, createdAt, shopId, tenantPolicy } from './columns'

/** Pictures and labels of returns: private, served to whoever holds the return's or the draft's link. */
export const returnFiles = pgTable(
  'return_files',
  {
    shopId: shopId(),
    id: uuid('id').notNull(),
    /** `draft` until it is sent. */
    ownerType: text('owner_type').$type<'draft' | 'return'>().notNull(),
    ownerId: uuid('owner_id').notNull(),
    kind: text('kind').$type<'photo' | 'check_photo' | 'label'>().notNull(),
    /** The item's key, or the box's number. */
    part: text('part').notNull(),
    mediaType: text('media_type').notNull(),
    content: bytes('content').notNull(),
    width: integer('width'),
    height: integer('height'),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.id] }),
    index('return_files_owner').on(table.shopId, table.ownerType, table.ownerId),
    tenantPolicy(),
  ],
)
