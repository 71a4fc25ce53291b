import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const folder = join(/* turbopackIgnore: true */ process.cwd(), 'public', 'assets')
const manifestFile = join(folder, 'manifest.json')

const manifestSchema = z.object({
  styles: z.record(z.string(), z.string()),
  islands: z.record(z.string(), z.string()),
})

type Assets = {
  /** The compiled CSS of the shopper pages. */
  shopperCss: string
  /** Island name → its address, named by content. */
  islands: Record<string, string>
}

let kept: { assets: Assets; madeAt: number } | undefined

function load(): Assets {
  const { styles, islands } = manifestSchema.parse(JSON.parse(readFileSync(manifestFile, 'utf8')))
  const shopper = styles.shopper
  if (!shopper) throw new Error('the asset manifest names no shopper styles: run `npm run build:assets`')
  return { shopperCss: readFileSync(join(folder, shopper.slice('/assets/'.length)), 'utf8'), islands }
}

/** Styles and islands of this build, read once; in development again when they change. */
export function assets(): Assets {
  if (kept && process.env.NODE_ENV === 'production') return kept.assets
  const madeAt = statSync(manifestFile).mtimeMs
  if (kept?.madeAt !== madeAt) kept = { assets: load(), madeAt }
  return kept.assets
}
