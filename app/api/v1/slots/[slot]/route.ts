import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { readJson } from '@/app/_server/read-json'
import { decodeSegment } from '@/app/_server/segment'
import { getShopCached } from '@/app/_server/shop'
import { SLOTS } from '@/components/slots/registry'
import { deleteSlot } from '@/lib/services/slots/delete-slot'
import { listSlots } from '@/lib/services/slots/list-slots'
import { MOST_SLOTS, putSlot } from '@/lib/services/slots/put-slot'
import { checkPlaced } from '@/lib/slots/check-placed'
import { placedSlotIdSchema, placedSlotSchema } from '@/lib/slots/placed-slot'

type Params = { slot: string }

const HEADERS = { 'cache-control': 'no-store' }

export const GET = merchantHandler<Params>(async ({ context, shopId, params }) => {
  const id = placedSlotIdSchema.safeParse(decodeSegment(params.slot))
  const [slot] = id.success ? await listSlots(context, shopId, id.data) : []
  return slot ? Response.json(slot, { headers: HEADERS }) : problem('not_found')
})

export const PUT = merchantHandler<Params>(async ({ context, shopId, request, params }) => {
  const id = placedSlotIdSchema.safeParse(decodeSegment(params.slot))
  if (!id.success)
    return problem('not_found', { detail: 'A slot’s id has up to 60 small letters, digits and hyphens.' })
  const body = await readJson(request, placedSlotSchema)
  if (!body.ok) return body.error
  const { defaultLocale } = await getShopCached(context, shopId)
  const checked = checkPlaced(body.value, SLOTS, defaultLocale)
  if (!checked.ok) return problem('invalid_body', { errors: checked.error })
  const written = await putSlot(context, shopId, id.data, checked.value)
  if (!written.ok) return problem('conflict', { detail: `A shop has at most ${MOST_SLOTS} slots.` })
  const { slot, isNew } = written.value
  return Response.json(slot, { status: isNew ? 201 : 200, headers: HEADERS })
})

export const DELETE = merchantHandler<Params>(async ({ context, shopId, params }) => {
  const id = placedSlotIdSchema.safeParse(decodeSegment(params.slot))
  return id.success && (await deleteSlot(context, shopId, id.data))
    ? new Response(null, { status: 204, headers: HEADERS })
    : problem('not_found')
})
