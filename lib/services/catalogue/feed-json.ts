import type { productFeeds } from '@/db/schema'
import type { FeedJson } from '@/lib/api/schemas/product-schema'

/** A feed as its merchant reads it: what opens it stays with us. */
export const feedJson = (feed: typeof productFeeds.$inferSelect): FeedJson => ({
  name: feed.name,
  kind: feed.kind,
  url: feed.url,
  everyMinutes: feed.everyMinutes,
  currency: feed.settings.currency,
  sku: feed.settings.sku,
  hasCredentials: feed.credentials !== null,
  fetchedAt: feed.fetchedAt?.toISOString() ?? null,
  updatedAt: feed.updatedAt.toISOString(),
})
