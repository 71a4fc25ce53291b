import { desc, eq, like, sql } from 'drizzle-orm'
import { findShopIdBySlug } from '@/db/queries/find-shop'
import { inbox, outbox, scans, shipments, statements } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { Context } from '@/lib/services/context'

type Cells = Record<string, string | null>

/** Stands for a number that is another one in every transaction. */
const N = ':n::bigint'

const uuid = (kind: string): string => `('01900000-0000-7000-8${kind}-' || lpad(to_hex(${N}), 12, '0'))::uuid`
const digits = (length: number): string => `lpad((${N})::text, ${length}, '0')`

/** What must differ from row to row; the rest is a real row's. */
const FRESH = {
  inbox: { id: uuid('a00'), delivery_id: `lpad(to_hex(${N}), 64, '0')`, state: `'processed'` },
  work_ready: { id: uuid('a00'), subject: `${uuid('a00')}::text` },
  shipments: { id: uuid('b00'), number: digits(20), number_key: digits(20) },
  scans: { shipment_id: uuid('b00'), inbox_id: uuid('a00') },
  statements: { shipment_id: uuid('b00'), inbox_id: uuid('a00') },
  outbox: { id: uuid('c00'), subject: uuid('b00') },
} as const satisfies Record<string, Record<string, string>>
type Table = keyof typeof FRESH

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`

function insert(table: Table, cells: Cells, fresh: Readonly<Record<string, string>> = FRESH[table]): string {
  const names = Object.keys(cells)
  const values = names.map((name) => fresh[name] ?? (cells[name] == null ? 'null' : quote(cells[name])))
  return `insert into ${table} (${names.join(', ')}) values (${values.join(', ')});`
}

/** A row as text by column, as the server would take it back. */
const cells = (table: Table) =>
  sql<Cells>`(select jsonb_object_agg(key, value) from jsonb_each_text(to_jsonb(${sql.raw(table)})))`

/**
 * The inserts of one delivery as SQL for pgbench, in its two transactions: the inbox row before the answer, the parcel after it.
 * Every row is a copy of what the newest delivery really left; `:n` makes it another one.
 */
export async function baselineScript(context: Context): Promise<string> {
  const shopId = await findShopIdBySlug(context.db, 'alpenglueck')
  if (!shopId) throw new Error('the demo shop is gone')
  const rows = await withShop(context.db, shopId, async (tx) => {
    const [shipment] = await tx
      .select({ id: shipments.id, cells: cells('shipments') })
      .from(shipments)
      .where(like(shipments.number, '00340434162%'))
      .orderBy(desc(shipments.createdAt))
      .limit(1)
    if (!shipment) throw new Error('no delivery was processed yet')
    const [scan] = await tx
      .select({ inboxId: scans.inboxId, cells: cells('scans') })
      .from(scans)
      .where(eq(scans.shipmentId, shipment.id))
    if (!scan) throw new Error('a parcel has no scan')
    const said = await tx
      .select({ cells: cells('statements') })
      .from(statements)
      .where(eq(statements.shipmentId, shipment.id))
    const told = await tx
      .select({ cells: cells('outbox') })
      .from(outbox)
      .where(eq(outbox.subject, shipment.id))
    const [delivery] = await tx
      .select({ cells: cells('inbox') })
      .from(inbox)
      .where(eq(inbox.id, scan.inboxId))
    if (!delivery) throw new Error('a scan has no delivery')
    return { shipment, scan, said, told, delivery }
  })
  const work: Cells = {
    id: null,
    shop_id: shopId,
    kind: 'inbox',
    subject: null,
    due_at: FAR_AHEAD,
    attempts: '0',
  }
  const transaction = (statements: string[]) => [
    'begin;',
    `set local app.shop_id = '${shopId}';`,
    ...statements,
    'commit;',
  ]
  return [
    `\\set n random(1, 281474976710655)`,
    ...transaction([insert('inbox', rows.delivery.cells), insert('work_ready', work)]),
    ...transaction([
      insert('shipments', rows.shipment.cells),
      insert('scans', rows.scan.cells),
      ...rows.said.map((row) => insert('statements', row.cells)),
      ...rows.told.map((row, index) =>
        insert('outbox', row.cells, { ...FRESH.outbox, id: uuid(`c0${index}`) }),
      ),
    ]),
  ].join('\n')
}

/** Due so late that no sweeper takes the baseline's rows for work. */
export const FAR_AHEAD = '2900-01-01T00:00:00Z'
