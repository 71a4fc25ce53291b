import { apiDescription } from '@/app/_server/api-description'
import { apiHandler } from '@/app/_server/api-handler'
import { etagOf, taggedJson } from '@/app/_server/etag'

/** Names this server's address, which isn't known while building. */
export const dynamic = 'force-dynamic'

const HEADERS = {
  'content-type': 'application/vnd.oai.openapi+json;version=3.1',
  'cache-control': 'no-cache',
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag',
  'x-content-type-options': 'nosniff',
}

/** The API for programs: https://spec.openapis.org/oas/v3.1.1 */
export const GET = apiHandler<Record<string, never>>(async (request) => {
  const description = apiDescription()
  return taggedJson(request, etagOf('openapi', description.servers[0].url), () => description, HEADERS)
})
