import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { readJson } from '@/app/_server/read-json'
import { getShopCached } from '@/app/_server/shop'
import { previewOrder } from '@/app/_server/slots/preview'
import { SLOTS } from '@/components/slots/registry'
import { type SlotPreviewJson, slotPreviewBodySchema } from '@/lib/api/schemas/slot-preview-schema'
import { checkAllPlaced } from '@/lib/slots/check-all-placed'
import { leftOutWords } from '@/lib/slots/left-out-words'
import { PLACEMENTS } from '@/lib/slots/placement'

export const POST = merchantHandler(async ({ context, shopId, request }) => {
  const body = await readJson(request, slotPreviewBodySchema)
  if (!body.ok) return body.error
  const { order, pretend, slots } = body.value
  const shop = await getShopCached(context, shopId)
  const locale = body.value.locale ?? shop.defaultLocale
  const checked = checkAllPlaced(slots ?? [], SLOTS, shop.defaultLocale)
  if (!checked.ok) return problem('invalid_body', { errors: checked.error })
  const at = pretend.at === null ? context.now() : new Date(pretend.at)
  const preview = await previewOrder({ ...context, now: () => at }, shop, {
    number: order,
    locale,
    status: pretend.status,
    since: pretend.since === null ? null : new Date(pretend.since),
    placed: slots && checked.value,
  })
  if (!preview) return problem('not_found', { detail: 'The shop has no order of that number.' })
  const { choice, html } = preview
  const answer: SlotPreviewJson = {
    order,
    locale,
    chosen: PLACEMENTS.flatMap((placement) => choice.chosen[placement] ?? []).map(
      ({ id, slot, placement, variant }) => ({ id, slot, placement, variant }),
    ),
    left: choice.left.map((one) => ({ ...one, words: leftOutWords(one) })),
    html,
  }
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
})
