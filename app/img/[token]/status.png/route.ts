import { matches } from '@/app/_server/etag'
import { keptStatus, neutralStatus } from '@/app/img/_picture/kept-pictures'
import { isDatabaseAway } from '@/db/database-away'
import { getContext } from '@/lib/context'
import { logger } from '@/lib/core/logger'
import { env } from '@/lib/env'

const HEADERS = {
  'content-type': 'image/png',
  // Mail services ask again at each opening, and a copy that they keep is never taken for fresh.
  'cache-control': 'no-cache, max-age=0',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

/** An order's status as a picture for mails: a mail can't show an error, so the answer is always a picture. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const explicit = new URL(request.url).searchParams.get('locale')
  const { token } = await params
  const picture = async () => {
    try {
      return await keptStatus(await getContext(), token, explicit)
    } catch (error) {
      if (!isDatabaseAway(error)) logger.error('picture failed', { reason: reasonOf(error) })
      return neutralStatus(env().url, explicit)
    }
  }
  const { png, etag } = await picture()
  // Weak: another instance draws the same at another minute.
  const headers = { ...HEADERS, etag: `W/${etag}` }
  if (matches(request, etag)) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(png), { headers })
}
