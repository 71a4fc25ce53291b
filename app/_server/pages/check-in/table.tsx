import { messageDocument } from '@/app/_server/message-document'
import type { MultipartForm } from '@/app/_server/read-multipart'
import { readMultipart } from '@/app/_server/read-multipart'
import { redirectTo } from '@/app/_server/redirect'
import { isSameOrigin } from '@/app/_server/same-origin'
import { BUSY_HEADERS, takeUpload } from '@/app/_server/take-upload'
import type { CheckValues } from '@/components/returns/check-in/check-form'
import type { FieldErrors } from '@/components/returns/check-in/check-in-frame'
import { type CheckInFacts, checkInModel } from '@/components/returns/check-in/check-in-model'
import { CheckInPage } from '@/components/returns/check-in/check-in-page'
import { MAX_CHECK_PHOTOS } from '@/lib/services/returns/check-item'
import { checkInAddress, onSameHost } from '@/lib/shops/addresses'
import { type CheckIn, checkInDocument, checkInHandler } from './check-in-handler'
import { askKey, entryAddress, unknownNumber } from './entry'
import { numberOf, openTable, type TableParams } from './open-table'
import { readValues, takeCheck } from './take-check'
import { takeReceive } from './take-receive'

type Table = CheckIn<TableParams>

type Shown = {
  errors?: FieldErrors
  entered?: { key: string; values: CheckValues } | null
  status?: number
}

function showTable(
  page: Table,
  facts: CheckInFacts,
  { errors = [], entered = null, status = 200 }: Shown = {},
): Promise<Response> {
  const { frame, stand } = page
  const element = (
    <CheckInPage
      frame={frame}
      model={checkInModel(facts, frame.talk)}
      action={onSameHost(stand, checkInAddress(facts.back.number))}
      nextHref={entryAddress(stand)}
      mostPhotos={MAX_CHECK_PHOTOS}
      errors={errors}
      entered={entered}
    />
  )
  return checkInDocument(page, element, { status })
}

async function show(page: Table): Promise<Response> {
  // Nobody learns by a number alone whether there is such a return.
  if (!page.session) return askKey(page, numberOf(page))
  const facts = await openTable(page)
  return facts ? showTable(page, facts) : unknownNumber(page, numberOf(page))
}

/** What is to be looked at next. */
function nextItem({ back }: CheckInFacts): string {
  const next = back.items.find(({ outcome, checkedAt }) => outcome !== 'keep' && checkedAt === null)
  return next && back.receivedAt !== null ? `#item-${next.key}` : ''
}

function perform(page: Table, { back }: CheckInFacts, form: MultipartForm): Promise<FieldErrors> {
  const { context, shop, session, frame } = page
  const by = { actor: session?.role ?? 'warehouse', name: session?.label ?? null } as const
  return form.fields.get('do') === 'receive'
    ? takeReceive(context, shop, back, by, form.fields, frame.talk)
    : takeCheck(context, shop, back, by, form, frame.talk)
}

/** Takes what was received, or what was found of an item. */
async function take(page: Table): Promise<Response> {
  if (!page.session) return askKey(page, numberOf(page), { status: 401 })
  const { request, shop, stand } = page
  const taken = await takeUpload(request, () => takeForm(page))
  return taken ?? messageDocument(request, 'busy', { shop, locale: null, stand, headers: BUSY_HEADERS })
}

async function takeForm(page: Table): Promise<Response> {
  const { request, frame, stand } = page
  const facts = await openTable(page)
  if (!facts) return unknownNumber(page, numberOf(page))
  const { t } = frame.talk
  if (!isSameOrigin(request))
    return showTable(page, facts, {
      errors: [{ field: 'headline', text: t('checkIn.foreign') }],
      status: 403,
    })
  const form = await readMultipart(request)
  if (!form.ok)
    return showTable(page, facts, {
      errors: [{ field: 'headline', text: t('checkIn.error.photoLarge') }],
      status: form.error === 'too_large' ? 413 : 400,
    })
  const errors = await perform(page, facts, form.value)
  const now = (await openTable(page)) ?? facts
  if (errors.length > 0) {
    const isCheck = form.value.fields.get('do') !== 'receive'
    return showTable(page, now, {
      errors,
      entered: isCheck ? readValues(form.value.fields) : null,
      status: 422,
    })
  }
  const place = onSameHost(stand, checkInAddress(now.back.number))
  return redirectTo(`${place}${nextItem(now)}`, { status: 303 })
}

export const showOnTable = checkInHandler(show)
export const takeOnTable = checkInHandler(take)
