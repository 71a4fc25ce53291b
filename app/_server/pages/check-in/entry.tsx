import { findKey } from '@/app/_server/merchant'
import { readForm } from '@/app/_server/read-form'
import { redirectTo } from '@/app/_server/redirect'
import { isSameOrigin } from '@/app/_server/same-origin'
import { KeyPage } from '@/components/returns/check-in/key-page'
import { NumberPage } from '@/components/returns/check-in/number-page'
import { findReturnByNumber } from '@/db/queries/read-return'
import { withShop } from '@/db/with-shop'
import { sha256 } from '@/lib/core/keyring'
import { returnNumberKey } from '@/lib/returns/return-number'
import { checkInAddress, onSameHost, type Stand } from '@/lib/shops/addresses'
import { type CheckIn, checkInDocument, checkInHandler } from './check-in-handler'
import { noSessionCookie, sessionCookie } from './session'

type Entry = CheckIn<Record<string, never>>

const KEY = /^ds_[A-Za-z0-9_-]{4,200}$/

const LONGEST_NUMBER = 40

export const entryAddress = (stand: Stand): string => onSameHost(stand, '/r')

type Wrong = 'keyMissing' | 'keyWrong' | 'numberMissing' | 'foreign'

/** Asks for the key; whoever was on the way to a return is led there afterwards. */
export function askKey<P>(
  page: CheckIn<P>,
  number: string | null,
  { wrong, status = 200 }: { wrong?: Wrong; status?: number } = {},
): Promise<Response> {
  const { t } = page.frame.talk
  const errors = wrong ? [{ field: 'key', text: t(`checkIn.${wrong}`) }] : []
  const element = (
    <KeyPage frame={page.frame} action={entryAddress(page.stand)} number={number} errors={errors} />
  )
  return checkInDocument(page, element, { status })
}

/** Asks for a number; `said` is what is wrong with the last one. */
function askNumber<P>(
  page: CheckIn<P>,
  number: string,
  { said, status = 200 }: { said?: string; status?: number } = {},
): Promise<Response> {
  const errors = said ? [{ field: 'number', text: said }] : []
  const element = (
    <NumberPage frame={page.frame} action={entryAddress(page.stand)} number={number} errors={errors} />
  )
  return checkInDocument(page, element, { status })
}

/** No return of the shop is called so. */
export const unknownNumber = <P,>(page: CheckIn<P>, number: string): Promise<Response> =>
  askNumber(page, number, {
    said: page.frame.talk.t('checkIn.numberUnknown', { shop: page.shop.name, number }),
    status: 404,
  })

const show = (page: Entry): Promise<Response> => (page.session ? askNumber(page, '') : askKey(page, null))

function withCookie(response: Response, cookie: string): Response {
  response.headers.append('set-cookie', cookie)
  return response
}

async function takeKey(page: Entry, key: string, next: string | null): Promise<Response> {
  const { context, request, stand } = page
  if (key === '') return askKey(page, next, { wrong: 'keyMissing', status: 422 })
  const keyHash = sha256(key)
  const holder = KEY.test(key) ? await findKey(context, keyHash) : null
  if (!holder) return askKey(page, next, { wrong: 'keyWrong', status: 401 })
  const place = next ? onSameHost(stand, checkInAddress(next)) : entryAddress(stand)
  return withCookie(
    redirectTo(place, { status: 303 }),
    sessionCookie(context, request, { shopId: holder.shopId, keyHash }),
  )
}

async function takeNumber(page: Entry, number: string): Promise<Response> {
  const { context, session, shop, stand, frame } = page
  if (!session) return askKey(page, number || null, { status: 401 })
  if (returnNumberKey(number) === '')
    return askNumber(page, number, { said: frame.talk.t('checkIn.numberMissing'), status: 422 })
  const back = await withShop(context.db, shop.id, (tx) => findReturnByNumber(tx, shop.id, number))
  if (!back) return unknownNumber(page, number)
  return redirectTo(onSameHost(stand, checkInAddress(back.number)), { status: 303 })
}

/** Takes a key, a return's number, or the end of a shift. */
async function take(page: Entry): Promise<Response> {
  const { request, session, frame, stand } = page
  if (!isSameOrigin(request))
    return session
      ? askNumber(page, '', { said: frame.talk.t('checkIn.foreign'), status: 403 })
      : askKey(page, null, { wrong: 'foreign', status: 403 })
  const form = await readForm(request)
  const text = (field: string) => form?.get(field)?.trim().slice(0, 300) ?? null
  if (text('do') === 'leave')
    return withCookie(redirectTo(entryAddress(stand), { status: 303 }), noSessionCookie(request))
  const key = text('key')
  if (key !== null) return takeKey(page, key, text('next')?.slice(0, LONGEST_NUMBER) || null)
  return takeNumber(page, text('number')?.slice(0, LONGEST_NUMBER) ?? '')
}

export const showEntry = checkInHandler(show)
export const takeEntry = checkInHandler(take)
