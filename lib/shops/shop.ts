import { z } from 'zod'
import type { ShopId } from '@/lib/core/ids'
import { checkWording } from '@/lib/i18n/check-wording'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { brandSchema } from './brand'

const localeSchema = z.enum(LOCALES)

/** Words of the shop's own for any message, by locale, then message key (`status.delivered.neighbour.meaning`). */
const wordingSchema = z
  .partialRecord(localeSchema, z.record(z.string(), z.string()))
  .superRefine((wording, context) => {
    for (const { locale, key, detail } of checkWording(wording))
      context.addIssue({ code: 'custom', path: [locale, key], message: detail })
  })

const linkSchema = z.object({ label: z.string().min(1), url: z.url() })

/** Texts that differ by language; a missing locale falls back like the messages do. */
const localised = <T extends z.ZodType>(schema: T) => z.partialRecord(localeSchema, schema)

/** How a shop presents itself; validated once, when it is written. */
export const shopSettingsSchema = z.object({
  name: z.string().min(1),
  locales: z.array(localeSchema).min(1),
  defaultLocale: localeSchema,
  /** IANA zone in which "today" is decided, e.g. `Europe/Berlin`. */
  timeZone: z
    .string()
    .refine(
      (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC',
      'is no IANA time zone',
    ),
  /** `informal`: du, tu. `formal`: Sie, vous. */
  address: z.enum(['informal', 'formal']),
  brand: brandSchema,
  headerLinks: localised(z.array(linkSchema).max(5)).default({}),
  footer: z
    .object({
      imprint: localised(z.url()).default({}),
      privacy: localised(z.url()).default({}),
      terms: localised(z.url()).default({}),
    })
    .default({ imprint: {}, privacy: {}, terms: {} }),
  help: z.object({ email: z.email().nullable(), phone: z.string().nullable(), chatUrl: z.url().nullable() }),
  homeUrl: z.url(),
  wording: wordingSchema.default({}),
  /** Origins that may frame the embeddable pages; none by default. */
  embedOrigins: z.array(z.url()).default([]),
})
export type ShopSettings = z.infer<typeof shopSettingsSchema>

/** A shop as the rest of the program knows it. */
export type Shop = ShopSettings & {
  id: ShopId
  /** The segment in public addresses. */
  slug: string
  /** Leads every public token, so that most requests route without a look-up. */
  key: string
  /** The merchant's own host that links in mails use; null while none is verified. */
  primaryHost: string | null
  /** Rises with every change of the settings. */
  version: number
}

export type { Locale }
