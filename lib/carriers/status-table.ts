/** A row of a vendor's table; a vendor's word such as `constructor` finds nothing. */
export const lookUp = <T>(table: Readonly<Record<string, T>>, key: string): T | null =>
  Object.hasOwn(table, key) ? (table[key] ?? null) : null
