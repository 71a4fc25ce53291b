/** Postgres takes no NUL in a text: no browser sends one, and whoever does gets U+FFFD instead of a broken page. */
export const storableFields = (fields: URLSearchParams): URLSearchParams =>
  new URLSearchParams(
    [...fields].map(([name, value]): [string, string] => [name, value.replaceAll('\u0000', '\ufffd')]),
  )

/** What stands behind an address's `?`. */
export const queryOf = ({ url }: Request): URLSearchParams => storableFields(new URL(url).searchParams)
