import { createReadStream } from 'node:fs'
import type { productFeeds } from '@/db/schema'
import type { Entry } from '@/lib/catalogue/entry'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import { downloadFeed } from './download-feed'
import type { Sleep } from './fetch-page'
import { readGoogleFeed } from './read-google-feed'
import { readShopifyPages } from './read-shopify-pages'
import { readWooPages } from './read-woo-pages'

type FeedRow = typeof productFeeds.$inferSelect

export type OpenedFeed =
  | { kind: 'unchanged' }
  | {
      kind: 'entries'
      entries: AsyncIterable<Entry>
      etag: string | null
      lastModified: string | null
      close: () => Promise<void>
    }

type Open = (
  context: Context,
  feed: FeedRow,
  headers: Readonly<Record<string, string>>,
  wait: Sleep,
) => Promise<Result<OpenedFeed, string>>

/** A sale may begin or end while the feed stays the same: once a day it is read whatever it says of itself. */
const CONDITION_HOURS = 20
const HOUR_MS = 3_600_000

function conditionOf({ etag, lastModified, fetchedAt }: FeedRow, now: Date): Record<string, string> {
  if (!fetchedAt || now.getTime() - fetchedAt.getTime() > CONDITION_HOURS * HOUR_MS) return {}
  return {
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  }
}

const pages = (entries: AsyncIterable<Entry>): Promise<Result<OpenedFeed, string>> =>
  Promise.resolve(
    ok({ kind: 'entries', entries, etag: null, lastModified: null, close: () => Promise.resolve() }),
  )

const openGoogle: Open = async (context, feed, headers) => {
  const now = context.now()
  const downloaded = await downloadFeed(context, feed.url, { ...headers, ...conditionOf(feed, now) })
  if (!downloaded.ok) return downloaded
  if (downloaded.value.kind === 'unchanged') return ok({ kind: 'unchanged' })
  const { path, etag, lastModified, discard } = downloaded.value
  const entries = readGoogleFeed(createReadStream(path), { ...feed.settings, now })
  return ok({ kind: 'entries', entries, etag, lastModified, close: discard })
}

const openShopify: Open = (context, { url, settings }, headers, wait) =>
  settings.currency === null
    ? Promise.resolve(fail('the feed names no currency'))
    : pages(
        readShopifyPages(
          context,
          url,
          { origin: new URL(url).origin, currency: settings.currency },
          headers,
          wait,
        ),
      )

const openWoo: Open = (context, { url, settings }, headers, wait) =>
  settings.currency === null
    ? Promise.resolve(fail('the feed names no currency'))
    : pages(readWooPages(context, url, settings.currency, headers, wait))

const OPENERS = {
  google: openGoogle,
  shopify: openShopify,
  woocommerce: openWoo,
} as const satisfies Record<FeedRow['kind'], Open>

/** Begins to read a feed; `close` is to be called when its entries were read, or won't be. */
export const openFeed: Open = (context, feed, headers, wait) =>
  OPENERS[feed.kind](context, feed, headers, wait)
