import type { MultipartForm } from '@/app/_server/read-multipart'
import type { CheckValues } from '@/components/returns/check-in/check-form'
import type { FieldErrors } from '@/components/returns/check-in/check-in-frame'
import { fail, ok, type Result } from '@/lib/core/result'
import { sayAmount } from '@/lib/i18n/say-amount'
import type { Talk } from '@/lib/i18n/translator'
import { readAmount } from '@/lib/returns/read-amount'
import type { Return } from '@/lib/returns/return'
import { DISPOSITIONS, GRADES } from '@/lib/returns/vocabulary'
import type { Context } from '@/lib/services/context'
import type { By } from '@/lib/services/returns/begin-change'
import {
  type CheckPhoto,
  type CheckRefusal,
  checkItem,
  MAX_CHECK_PHOTOS,
} from '@/lib/services/returns/check-item'
import { type PhotoRefusal, readPhoto } from '@/lib/services/returns/read-photo'
import type { Shop } from '@/lib/shops/shop'

const LONGEST_REASON = 1_000

export function readValues(fields: URLSearchParams): { key: string; values: CheckValues } {
  const text = (name: string) => fields.get(name)?.trim() ?? ''
  return {
    key: text('key'),
    values: {
      grade: text('grade'),
      disposition: text('disposition'),
      amount: text('amount'),
      reason: text('reason').slice(0, LONGEST_REASON),
    },
  }
}

const PHOTO_ERRORS = {
  not_picture: 'photo',
  too_large: 'photoLarge',
  too_many_pixels: 'photoLarge',
} as const satisfies Record<PhotoRefusal, string>

/** Pictures made anew, one after the other: unpacked they are large. */
async function readPhotos(files: readonly Uint8Array[]): Promise<Result<CheckPhoto[], PhotoRefusal>> {
  const photos: CheckPhoto[] = []
  for (const file of files) {
    const photo = await readPhoto(file)
    if (!photo.ok) return photo
    photos.push({ ...photo.value, mediaType: 'image/webp' })
  }
  return ok(photos)
}

function wrong(refusal: CheckRefusal, key: string, currency: string, talk: Talk): FieldErrors {
  const { t } = talk
  switch (refusal.code) {
    case 'not_received':
      return [{ field: `grade-${key}`, text: t('checkIn.error.notReceived') }]
    case 'deduction_too_large':
      return [
        {
          field: `amount-${key}`,
          text: t('checkIn.error.tooLarge', { most: sayAmount(refusal.most, currency, talk) }),
        },
      ]
    case 'reason_missing':
      return [{ field: `reason-${key}`, text: t('checkIn.error.reason') }]
    case 'already_settled':
      return [{ field: `amount-${key}`, text: t('checkIn.error.settled') }]
    case 'already_contested':
      return [{ field: `grade-${key}`, text: t('checkIn.error.contested') }]
    case 'too_many_photos':
      return [{ field: `photo-${key}`, text: t('checkIn.error.photos', { most: refusal.most }) }]
    default:
      return [{ field: 'headline', text: t('checkIn.error.state') }]
  }
}

type Typed = {
  grade: (typeof GRADES)[number]
  disposition: (typeof DISPOSITIONS)[number] | null
  deduction: number
}

/** What was pressed and typed, as far as it can be read. */
function readTyped(
  { key, values }: ReturnType<typeof readValues>,
  currency: string,
  { t }: Talk,
): Result<Typed, FieldErrors> {
  const grade = GRADES.find((known) => known === values.grade)
  const deduction = values.amount === '' ? 0 : readAmount(values.amount, currency)
  const errors = [
    ...(grade ? [] : [{ field: `grade-${key}`, text: t('checkIn.error.grade') }]),
    ...(deduction === null ? [{ field: `amount-${key}`, text: t('checkIn.error.amount') }] : []),
  ]
  if (!grade || deduction === null) return fail(errors)
  return ok({
    grade,
    disposition: DISPOSITIONS.find((known) => known === values.disposition) ?? null,
    deduction,
  })
}

/** Notes what was found of an item; answers what is wrong with it, or nothing. */
export async function takeCheck(
  context: Context,
  shop: Shop,
  back: Return,
  by: By,
  { fields, files }: MultipartForm,
  talk: Talk,
): Promise<FieldErrors> {
  const entered = readValues(fields)
  const { key, values } = entered
  const typed = readTyped(entered, back.currency, talk)
  if (!typed.ok) return typed.error
  const sent = files.get('photo') ?? []
  if (sent.length > MAX_CHECK_PHOTOS)
    return wrong({ code: 'too_many_photos', key, most: MAX_CHECK_PHOTOS }, key, back.currency, talk)
  const photos = await readPhotos(sent.filter(({ length }) => length > 0))
  if (!photos.ok)
    return [{ field: `photo-${key}`, text: talk.t(`checkIn.error.${PHOTO_ERRORS[photos.error]}`) }]
  const done = await checkItem(context, shop.id, { id: back.id }, by, {
    ...typed.value,
    key,
    deductionReason: values.reason || null,
    photos: photos.value,
  })
  return done.ok ? [] : wrong(done.error, key, back.currency, talk)
}
