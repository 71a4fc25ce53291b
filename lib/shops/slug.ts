import { z } from 'zod'

/** First path segments that are ours: no shop may be called like them. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set([
  'api',
  'assets',
  'console',
  'demo',
  'docs',
  'e',
  'embed',
  'favicon.ico',
  'go',
  'health',
  'img',
  'media',
  'public',
  'r',
  'robots.txt',
  'sitemap.xml',
  'static',
  'well-known',
  '_next',
])

/** The shop's segment in public addresses. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/, 'is 1 to 48 of a-z, 0-9 and inner hyphens')
