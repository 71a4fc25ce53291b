import bwip from 'bwip-js/node'

export type Symbology = 'code128' | 'gs1-128' | 'datamatrix' | 'qr'

/** A code as its smallest squares: a bar code has one row. */
export type Modules = { columns: number; rows: number; isDark: (column: number, row: number) => boolean }

/** A dark stretch of a row, in modules. */
export type Run = { column: number; row: number; length: number }

/** Application identifier 00 of GS1: the number of a logistic unit (SSCC). */
const SSCC_IDENTIFIER = '(00)'

const ASKED = {
  code128: (text: string) => ({ bcid: 'code128', text }),
  'gs1-128': (text: string) => ({ bcid: 'gs1-128', text: `${SSCC_IDENTIFIER}${text}` }),
  datamatrix: (text: string) => ({ bcid: 'datamatrix', text }),
  qr: (text: string) => ({ bcid: 'qrcode', text, eclevel: 'M' }),
} as const satisfies Record<Symbology, (text: string) => { bcid: string; text: string }>

function ofBars(widths: readonly number[]): Modules {
  // Bars and spaces take turns, a bar first.
  const dark = widths.flatMap((width, index) => Array.from({ length: width }, () => index % 2 === 0))
  return { columns: dark.length, rows: 1, isDark: (column) => dark[column] === true }
}

/** Encodes a text; throws where the symbology can't carry it (GS1-128 takes a whole SSCC and nothing else). */
export function modulesOf(symbology: Symbology, text: string): Modules {
  const [symbol] = bwip.raw(ASKED[symbology](text))
  if (!symbol) throw new Error(`${symbology} gave no symbol`)
  if ('sbs' in symbol) return ofBars(symbol.sbs)
  const { pixs, pixx, pixy } = symbol
  return { columns: pixx, rows: pixy, isDark: (column, row) => pixs[row * pixx + column] === 1 }
}

/** What is to be painted, row by row. */
export function darkRuns({ columns, rows, isDark }: Modules): Run[] {
  const runs: Run[] = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (!isDark(column, row)) continue
      const start = column
      while (column < columns && isDark(column, row)) column++
      runs.push({ column: start, row, length: column - start })
    }
  return runs
}
