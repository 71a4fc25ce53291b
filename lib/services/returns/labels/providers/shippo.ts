import { z } from 'zod'
import { carrierSlug } from '@/lib/carriers/aliases'
import { fail, ok } from '@/lib/core/result'
import { chooseRate, noRate } from '@/lib/returns/labels/choose-rate'
import type {
  Answered,
  IssuedLabel,
  LabelProvider,
  LabelRequest,
  Party,
} from '@/lib/returns/labels/label-request'
import { askFile, askJson } from '@/lib/services/returns/labels/ask-provider'
import type { SafeFetch } from '@/lib/services/safe-fetch'

const ORIGIN = 'https://api.goshippo.com'
const VERSION = '2018-02-08'

/** For these Shippo turns the addresses round itself, for all others we do: https://docs.goshippo.com/docs/Shipments/Returns */
const TURNED_BY_SHIPPO = new Set(['usps', 'fedex', 'ups'])

/** Transactions can't be looked up by their metadata: so many pages of the newest are read. */
const PAGES = 3
const PAGE_SIZE = 100

const messages = z.array(z.object({ text: z.string().nullish() })).nullish()

/** https://docs.goshippo.com/api-reference/shipments/create-a-new-shipment */
const shipmentSchema = z.object({
  rates: z.array(
    z.object({
      object_id: z.string(),
      amount: z.coerce.number(),
      provider: z.string(),
      servicelevel: z.object({ token: z.string().nullish(), name: z.string().nullish() }),
    }),
  ),
  messages,
})

/** https://docs.goshippo.com/api-reference/transactions/create-a-shipping-label */
const transactionSchema = z.object({
  object_id: z.string(),
  status: z.string(),
  tracking_number: z.string().nullish(),
  label_url: z.string().nullish(),
  qr_code_url: z.string().nullish(),
  metadata: z.string().nullish(),
  messages,
})
type Transaction = z.infer<typeof transactionSchema>

const pageSchema = z.object({ results: z.array(transactionSchema), next: z.string().nullish() })
const refundSchema = z.object({ status: z.string() })

const addressOf = ({ name, line1, line2, city, region, postalCode, countryCode, phone, email }: Party) => ({
  name,
  street1: line1,
  street2: line2 ?? '',
  city,
  state: region ?? '',
  zip: postalCode,
  country: countryCode,
  phone: phone ?? '',
  email: email ?? '',
})

const centimetres = (mm: number): string => (mm / 10).toFixed(1)

function shipmentOf(request: LabelRequest, carrierAccount: string | undefined) {
  const { reference, carrier, from, to, parcel, wantsCode } = request
  const isTurned = TURNED_BY_SHIPPO.has(carrier)
  return {
    address_from: addressOf(isTurned ? to : from),
    address_to: addressOf(isTurned ? from : to),
    parcels: [
      {
        length: centimetres(parcel.lengthMm),
        width: centimetres(parcel.widthMm),
        height: centimetres(parcel.heightMm),
        distance_unit: 'cm',
        weight: String(parcel.weightGrams),
        mass_unit: 'g',
      },
    ],
    extra: { ...(isTurned && { is_return: true }), ...(wantsCode && { qr_code_requested: true }) },
    metadata: reference,
    async: false,
    ...(carrierAccount && { carrier_accounts: [carrierAccount] }),
  }
}

const saidIn = (said: z.infer<typeof messages>): string[] => (said ?? []).flatMap(({ text }) => text ?? [])

/** It is on its way: the next try finds it. */
const UNDER_WAY = new Set(['QUEUED', 'WAITING'])

/** Shippo: https://docs.goshippo.com/docs/Shipments/Returns */
export function shippo(
  fetch: SafeFetch,
  token: string,
  { url = ORIGIN, carrierAccount }: { url?: string | undefined; carrierAccount?: string | undefined },
): LabelProvider {
  const call = <T>(path: string, schema: z.ZodType<T>, json?: unknown) =>
    askJson(
      fetch,
      {
        url: `${url}${path}`,
        method: json === undefined ? 'GET' : 'POST',
        headers: { authorization: `ShippoToken ${token}`, 'shippo-api-version': VERSION },
        json,
      },
      schema,
    )

  async function labelOf(transaction: Transaction, carrier: string | null): Answered<IssuedLabel> {
    const { object_id: reference, status, tracking_number: number, label_url, qr_code_url } = transaction
    if (UNDER_WAY.has(status)) return fail({ detail: 'Shippo is still making the label', passes: true })
    if (status !== 'SUCCESS' || !number || !label_url) {
      const detail = [`transaction ${status}`, ...saidIn(transaction.messages)].join('; ')
      return fail({ detail, passes: false })
    }
    const file = await askFile(fetch, { url: label_url })
    if (!file.ok) return file
    const code = qr_code_url ? await askFile(fetch, { url: qr_code_url }, true) : null
    if (code && !code.ok) return code
    return ok({
      reference,
      number,
      carrier,
      files: [file.value, ...(code ? [code.value] : [])],
      qrText: null,
    })
  }

  return {
    async issue(request) {
      const shipment = await call('/shipments/', shipmentSchema, shipmentOf(request, carrierAccount))
      if (!shipment.ok) return shipment
      const rates = shipment.value.rates.map(({ object_id, amount, provider, servicelevel }) => ({
        id: object_id,
        carrier: provider,
        services: [servicelevel.token, servicelevel.name].flatMap((name) => name ?? []),
        amount,
      }))
      const rate = chooseRate(rates, request)
      if (!rate)
        return fail({ detail: noRate(rates, request, saidIn(shipment.value.messages)), passes: false })
      const bought = await call('/transactions/', transactionSchema, {
        rate: rate.id,
        label_file_type: 'PDF',
        metadata: request.reference,
        async: false,
      })
      return bought.ok ? labelOf(bought.value, carrierSlug(rate.carrier)) : bought
    },
    async find({ reference }) {
      for (let page = 1; page <= PAGES; page++) {
        const listed = await call(`/transactions/?results=${PAGE_SIZE}&page=${page}`, pageSchema)
        if (!listed.ok) return listed
        const found = listed.value.results.find(
          ({ metadata, status }) => metadata === reference && (status === 'SUCCESS' || UNDER_WAY.has(status)),
        )
        if (found) return labelOf(found, null)
        if (!listed.value.next) break
      }
      return ok(null)
    },
    /** https://docs.goshippo.com/docs/billing_and_invoices/refundinglabels/ */
    async void(reference) {
      const answer = await call('/refunds/', refundSchema, { transaction: reference, async: false })
      if (!answer.ok) return answer
      return answer.value.status === 'ERROR'
        ? fail({ detail: 'Shippo refuses the refund', passes: false })
        : ok(null)
    },
  }
}
