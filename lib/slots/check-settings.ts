import { z } from 'zod'
import { type FieldError, fieldErrors, pointerOf } from '@/lib/core/field-error'
import { fail, ok, type Result } from '@/lib/core/result'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import type { PlacedSlotBody, SlotVariant } from './placed-slot'
import { type SettingsLayer, settingsLayers } from './settings-layers'
import type { SlotDefinition } from './slot'

const parsedSchema = z.record(z.string(), z.unknown())

/** The layer that a setting comes from; one that is missing is missed in the first. */
const layerOf = (layers: readonly SettingsLayer[], key: string): readonly string[] =>
  layers.findLast(({ settings }) => Object.hasOwn(settings, key))?.path ?? ['settings']

const faultsIn = (error: z.ZodError, layers: readonly SettingsLayer[]): FieldError[] =>
  fieldErrors(error).map(({ pointer, code, detail }) => {
    const key = pointer.split('/')[1]?.replaceAll('~1', '/').replaceAll('~0', '~')
    const at = key === undefined ? ['settings'] : layerOf(layers, key)
    const isUnknown = code === 'unknown_field' && pointer === pointerOf([key ?? ''])
    return {
      pointer: `${pointerOf(at)}${pointer}`,
      code,
      detail: isUnknown ? 'is no setting of this slot' : detail,
    }
  })

const sameOnce = (faults: readonly FieldError[]): FieldError[] => [
  ...new Map(faults.map((fault) => [`${fault.pointer} ${fault.code} ${fault.detail}`, fault])).values(),
]

/** Words for the default language that would never be shown: they stand in `settings`. */
const neverShown = ({ translations, variants }: PlacedSlotBody, defaultLocale: Locale): FieldError[] =>
  [
    { translations, path: [] },
    ...variants.map((variant, index) => ({
      translations: variant.translations,
      path: ['variants', `${index}`],
    })),
  ].flatMap(({ translations: given, path }) =>
    given[defaultLocale]
      ? [
          {
            pointer: pointerOf([...path, 'translations', defaultLocale]),
            code: 'default_locale',
            detail: 'is the shop’s default language: its words stand in `settings`',
          },
        ]
      : [],
  )

/**
 * Parses a slot's settings as pages will: in every language, for every variant. The body comes back with each setting as its kind
 * stores it (trimmed, rich text without what isn't allowed in it); what can't be used is named by its own place in the body.
 */
export function checkSettings(
  body: PlacedSlotBody,
  kind: Pick<SlotDefinition, 'settings'>,
  defaultLocale: Locale,
): Result<PlacedSlotBody, FieldError[]> {
  const faults = neverShown(body, defaultLocale)
  const clean = new Map<string, unknown>()
  for (const variant of [null, ...body.variants.keys()])
    for (const locale of LOCALES) {
      const layers = settingsLayers(body, variant, { locale, defaultLocale })
      const merged = Object.assign({}, ...layers.map(({ settings }) => settings))
      const parsed = kind.settings.safeParse(merged)
      if (!parsed.success) faults.push(...faultsIn(parsed.error, layers))
      else
        for (const [key, value] of Object.entries(parsedSchema.parse(parsed.data)))
          clean.set(pointerOf([...layerOf(layers, key), key]), value)
    }
  if (faults.length > 0) return fail(sameOnce(faults))
  const cleaned = (settings: Record<string, unknown>, path: readonly string[]) =>
    Object.fromEntries(Object.keys(settings).map((key) => [key, clean.get(pointerOf([...path, key]))]))
  const cleanedIn = <T extends Pick<SlotVariant, 'settings' | 'translations'>>(
    one: T,
    path: string[],
  ): T => ({
    ...one,
    settings: cleaned(one.settings, [...path, 'settings']),
    translations: Object.fromEntries(
      LOCALES.flatMap((locale) => {
        const translated = one.translations[locale]
        return translated ? [[locale, cleaned(translated, [...path, 'translations', locale])]] : []
      }),
    ),
  })
  const variants = body.variants.map((variant, index) => cleanedIn(variant, ['variants', `${index}`]))
  return ok(cleanedIn({ ...body, variants }, []))
}
