import { type ApiDescription, describeApi } from '@/lib/api/openapi/describe-api'
import { env } from '@/lib/env'
import { hostBodySchema } from '@/lib/services/add-host'
import { endpointBodySchema } from '@/lib/services/create-endpoint'

/** The schemas of bodies that stand beside the services which take them. */
export const SERVICE_BODIES = { endpoint: endpointBodySchema, host: hostBodySchema }

let made: ApiDescription | undefined

/** The API's description at this server's address; made once. */
export function apiDescription(): ApiDescription {
  made ??= describeApi(env().url, SERVICE_BODIES)
  return made
}
