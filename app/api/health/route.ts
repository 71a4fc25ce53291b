import { health } from '@/app/_server/health'
import { getContext } from '@/lib/context'

/** Read anew for every request: nothing of it is known while building. */
export const dynamic = 'force-dynamic'

export const GET = (): Promise<Response> => health(getContext)
