/** What an embedded document's address says about its look; null: as the page is. */
export type PageLook = { scheme: 'light' | 'dark' | null; view: 'compact' | null }

const SCHEMES = { light: 'light', dark: 'dark' } as const
const VIEWS = { compact: 'compact' } as const

const choose = <T>(table: Record<string, T>, name: string | null): T | null =>
  name !== null && Object.hasOwn(table, name) ? (table[name] ?? null) : null

/** Reads `?scheme=` and `?view=`; anything unknown is nothing. */
export const readLook = (query: URLSearchParams): PageLook => ({
  scheme: choose<'light' | 'dark'>(SCHEMES, query.get('scheme')),
  view: choose<'compact'>(VIEWS, query.get('view')),
})

/** The same as a query without its question mark; empty where nothing is said. */
export const lookQuery = ({ scheme, view }: PageLook): string =>
  new URLSearchParams({ ...(scheme && { scheme }), ...(view && { view }) }).toString()
