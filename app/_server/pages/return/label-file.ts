import { apiHandler } from '@/app/_server/api-handler'
import { problem } from '@/app/_server/problem'
import { findShopPage } from '@/app/_server/shop-page'
import { withShop } from '@/db/with-shop'
import { translator } from '@/lib/i18n/translator'
import { drawCode } from '@/lib/returns/labels/draw-code'
import { drawLabel } from '@/lib/returns/labels/draw-label'
import type { ReturnBox } from '@/lib/returns/return'
import { findReturnFile } from '@/lib/services/returns/find-return-file'
import { findLabelFacts } from '@/lib/services/returns/labels/find-label-facts'
import { fileResponse } from './file-response'
import { openReturn, type ReturnParams } from './open-return'

type Params = ReturnParams & { box: string; file: string }

const FILES = {
  'a4.pdf': { form: 'a4', mediaType: 'application/pdf' },
  'a6.pdf': { form: 'a6', mediaType: 'application/pdf' },
  'code.png': { form: 'png', mediaType: 'image/png' },
  'code.svg': { form: 'svg', mediaType: 'image/svg+xml' },
} as const

const isFile = (name: string): name is keyof typeof FILES => Object.hasOwn(FILES, name)

/** What a provider made of a box's label in this form; null: nothing. */
const storedFile = (box: ReturnBox, form: 'a4' | 'a6' | 'qr') =>
  box.label?.files.find((file) => file.form === form) ?? null

/** A label to print, or its code to show: a provider's as it was made, our own drawn anew. */
export const showLabel = apiHandler<Params>(async (_request, params) => {
  const { context, shop, locale } = await findShopPage(params.shop, params.locale)
  if (!shop || !locale || !isFile(params.file)) return problem('not_found')
  const open = await openReturn(context, shop, params)
  const box = open?.back.boxes.find((one) => String(one.box) === params.box)
  if (!open || box?.labelState !== 'issued') return problem('not_found')
  const { form, mediaType } = FILES[params.file]
  const isCode = form === 'png' || form === 'svg'
  const name = `${open.back.number}-${box.box}-${params.file}`
  // A shop shows a code in a page of its own; a label to print opens by itself.
  const shown = isCode ? 'cross-origin' : 'same-origin'
  const stored = storedFile(box, isCode ? 'qr' : form)
  if (stored) {
    const file = await findReturnFile(context, shop, 'return', params.token, stored.fileId)
    return file ? fileResponse(file.content, file.mediaType, name, shown) : problem('not_found')
  }
  if (isCode) {
    const text = box.label?.qrText
    return text ? fileResponse(await drawCode(text, form), mediaType, name, shown) : problem('not_found')
  }
  const facts = await withShop(context.db, shop.id, (tx) =>
    findLabelFacts(tx, context, shop, open.back, box.box),
  )
  if (!facts) return problem('not_found')
  return fileResponse(await drawLabel(facts, form, translator(shop, locale)), mediaType, name)
})
