import { z } from 'zod'

const hex = z.string().regex(/^#[0-9a-f]{6}$/i, 'is a colour like #0a7d5c')

const schemeSchema = z.object({
  /** The page behind the cards. */
  background: hex,
  /** Cards, fields, the header. */
  surface: hex,
  text: hex,
  accent: hex,
})

/** How a shop looks; every token becomes a CSS variable and every foreground is computed for contrast. */
export const brandSchema = z.object({
  /** Addresses on our own origin (`/media/…`), never a third party's. */
  logo: z.object({
    light: z.string().nullable(),
    dark: z.string().nullable(),
    width: z.number().int().positive(),
    height: z.number().int().positive(),
  }),
  light: schemeSchema,
  dark: schemeSchema,
  /** Corner radius of cards in CSS pixels. */
  radius: z.number().int().min(0).max(32),
  /** The ground of the headline: a tint of its tone, the tone in full, or the page's own background. */
  headline: z.enum(['wash', 'field', 'plain']).default('wash'),
  font: z.object({
    heading: z.enum(['system', 'grotesque', 'humanist', 'serif', 'slab', 'mono']),
    body: z.enum(['system', 'grotesque', 'humanist', 'serif', 'slab', 'mono']),
  }),
})
export type Brand = z.infer<typeof brandSchema>
export type BrandScheme = Brand['light']
