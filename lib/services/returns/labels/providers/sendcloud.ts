import { z } from 'zod'
import { carrierSlug } from '@/lib/carriers/aliases'
import { fail, ok } from '@/lib/core/result'
import type {
  Answered,
  IssuedLabel,
  LabelProvider,
  LabelRequest,
  Party,
} from '@/lib/returns/labels/label-request'
import { splitStreet } from '@/lib/returns/labels/split-street'
import { ask, askFile, askJson, basic } from '@/lib/services/returns/labels/ask-provider'
import type { SafeFetch } from '@/lib/services/safe-fetch'

const ORIGIN = 'https://panel.sendcloud.sc'

/** Of so many pages of a day's returns. */
const PAGES = 5
const PAGE_SIZE = 40
const DAY_MS = 24 * 3_600_000

/** https://sendcloud.dev/api/v3/returns/create-a-return-synchronously */
const createdSchema = z.object({ return_id: z.number().int(), parcel_id: z.number().int() })

/** https://sendcloud.dev/api/v3/returns/retrieve-a-return */
const returnSchema = z.object({
  id: z.number().int().nullish(),
  tracking_number: z.string().nullish(),
  order_number: z.string().nullish(),
  shipping_option: z.object({ code: z.string().nullish() }).nullish(),
  label: z.object({ label_printer: z.string().nullish() }).nullish(),
  errors: z.array(z.object({ detail: z.string().nullish(), message: z.string().nullish() })).nullish(),
})
type Announced = z.infer<typeof returnSchema>

const pageSchema = z.object({ data: z.array(returnSchema), next: z.string().nullish() })

function addressOf({ name, line1, line2, postalCode, city, countryCode, phone, email }: Party) {
  const { street, house } = splitStreet(line1)
  return {
    name,
    address_line_1: street,
    ...(house && { house_number: house }),
    ...(line2 && { address_line_2: line2 }),
    postal_code: postalCode,
    city,
    country_code: countryCode,
    ...(phone && { phone_number: phone }),
    ...(email && { email }),
  }
}

const centimetres = (mm: number): number => Math.ceil(mm / 10)

const returnOf = ({ reference, name, from, to, parcel, service }: LabelRequest) => ({
  from_address: addressOf(from),
  to_address: addressOf(to),
  ship_with: { type: 'shipping_option_code', shipping_option_code: service },
  dimensions: {
    length: centimetres(parcel.lengthMm),
    width: centimetres(parcel.widthMm),
    height: centimetres(parcel.heightMm),
    unit: 'cm',
  },
  weight: { value: parcel.weightGrams / 1000, unit: 'kg' },
  collo_count: 1,
  send_tracking_emails: false,
  // The list of returns shows this one and not the reference below, which in turn can't be used twice.
  order_number: name,
  external_reference: reference,
})

/** `2026-11-20 12:00:00` */
const moment = (at: Date): string => at.toISOString().slice(0, 19).replace('T', ' ')

const carrierOf = ({ shipping_option }: Announced): string | null => {
  const [carrier] = shipping_option?.code?.split(':') ?? []
  return carrier ? carrierSlug(carrier) : null
}

/** Sendcloud: https://sendcloud.dev/api/v3/returns; the public key is the user of Basic authorisation. */
export function sendcloud(
  fetch: SafeFetch,
  secret: string,
  { url = ORIGIN, publicKey }: { url?: string | undefined; publicKey: string },
): LabelProvider {
  const api = `${url}/api/v3`
  const headers = basic(publicKey, secret)
  const returns = `${api}/returns`

  async function labelOf(announced: Announced, reference: number | null): Answered<IssuedLabel> {
    const { tracking_number: number, errors, label } = announced
    if (!number) {
      const said = (errors ?? []).flatMap(({ detail, message }) => detail ?? message ?? [])
      return said.length > 0
        ? fail({ detail: said.join('; '), passes: false })
        : fail({ detail: 'Sendcloud has not announced the return yet', passes: true })
    }
    const parcel = /\/parcels\/(\d+)\//.exec(label?.label_printer ?? '')?.[1]
    if (!parcel) return fail({ detail: 'Sendcloud has no label for the return yet', passes: true })
    // https://sendcloud.dev/api/v3/parcel-documents/retrieve-a-parcel-document
    const file = await askFile(fetch, {
      url: `${api}/parcels/${parcel}/documents/label?paper_size=A6`,
      headers,
    })
    if (!file.ok) return file
    return ok({
      reference: reference === null ? null : String(reference),
      number,
      carrier: carrierOf(announced),
      files: [file.value],
      qrText: null,
    })
  }

  return {
    async issue(request) {
      if (!request.service)
        return fail({
          detail: 'the method names no service: a shipping option code of Sendcloud like dpd:return/return',
          passes: false,
        })
      const created = await askJson(
        fetch,
        { url: `${returns}/announce-synchronously`, method: 'POST', headers, json: returnOf(request) },
        createdSchema,
      )
      if (!created.ok) return created
      const { return_id } = created.value
      const announced = await askJson(fetch, { url: `${returns}/${return_id}`, headers }, returnSchema)
      return announced.ok ? labelOf(announced.value, return_id) : announced
    },
    /** https://sendcloud.dev/api/v3/returns/retrieve-a-list-of-returns */
    async find({ name, since, now }) {
      const query = new URLSearchParams({
        from_date: moment(new Date(since.getTime() - DAY_MS)),
        to_date: moment(new Date(now.getTime() + DAY_MS)),
        page_size: String(PAGE_SIZE),
      })
      for (let page = 1; page <= PAGES; page++) {
        const listed = await askJson(fetch, { url: `${returns}?${query}`, headers }, pageSchema)
        if (!listed.ok) return listed
        const found = listed.value.data.find(({ order_number }) => order_number === name)
        if (found) return labelOf(found, found.id ?? null)
        const cursor = listed.value.next ? new URL(listed.value.next).searchParams.get('cursor') : null
        if (!cursor) break
        query.set('cursor', cursor)
      }
      return ok(null)
    },
    /** A request only: the carrier has the last word (https://sendcloud.dev/api/v3/returns/request-cancellation-of-a-return). */
    async void(reference) {
      const answer = await ask(fetch, { url: `${returns}/${reference}/cancel`, method: 'PATCH', headers })
      return answer.ok ? ok(null) : answer
    },
  }
}
