import { z } from 'zod'
import { cleanHtml } from './clean-html'

const LONGEST_HTML = 10_000

const keepLink = (href: string): Record<string, string> | null =>
  /^(?:https?:\/\/|mailto:)/i.test(href) ? { href } : null

const says = (html: string): boolean => html.replace(/<[^>]*>|&nbsp;|\s/g, '') !== ''

/** Rich text; what isn't on our list is gone before it is stored. */
export const richText = z
  .string()
  .max(LONGEST_HTML)
  .transform((html) => cleanHtml(html, keepLink).trim())
  .transform((html) => (says(html) ? html : null))
  .nullable()
  .default(null)
