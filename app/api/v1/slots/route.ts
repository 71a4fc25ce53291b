import { merchantHandler } from '@/app/_server/merchant-handler'
import { SLOTS } from '@/components/slots/registry'
import type { SlotListJson } from '@/lib/api/schemas/slot-schema'
import { listSlots } from '@/lib/services/slots/list-slots'
import { defaultsBeside } from '@/lib/slots/default-slots'
import { describeKinds } from '@/lib/slots/describe-kinds'

export const GET = merchantHandler(async ({ context, shopId }) => {
  const slots = await listSlots(context, shopId)
  const defaults = defaultsBeside(slots).map(({ slot, placement, priority }) => ({
    slot,
    placement,
    priority,
  }))
  const list: SlotListJson = { slots, defaults, kinds: describeKinds(SLOTS) }
  return Response.json(list, { headers: { 'cache-control': 'no-store' } })
})
