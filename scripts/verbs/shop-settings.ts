import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { fieldErrors } from '@/lib/core/field-error'
import { type ShopSettings, shopSettingsSchema } from '@/lib/shops/shop'
import { RefusedError } from './verb'

/** A file with any of a shop's settings, as JSON. */
export async function readSettings(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new RefusedError(`${file} can't be read: ${error.code ?? error.message}`)
  })
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text))
  } catch {
    throw new RefusedError(`${file} is no JSON object`)
  }
}

/** Whole settings; refuses faulty ones by name. */
export function checkedSettings(settings: unknown): ShopSettings {
  const parsed = shopSettingsSchema.safeParse(settings)
  if (parsed.success) return parsed.data
  throw new RefusedError(
    fieldErrors(parsed.error)
      .map(({ pointer, detail }) => `${pointer.slice(1)} ${detail}`)
      .join('\n'),
  )
}
