import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import tailwind from '@tailwindcss/postcss'
import postcss from 'postcss'

/** The stylesheet of the React entry. */
export async function styleSheet(root: string): Promise<string> {
  const from = join(root, 'components/react/styles.css')
  const plugin = tailwind({ base: root, optimize: { minify: true } })
  const { css } = await postcss([plugin]).process(await readFile(from, 'utf8'), { from })
  return css.trim()
}
