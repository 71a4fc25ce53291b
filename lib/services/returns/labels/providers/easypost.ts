import { z } from 'zod'
import { carrierSlug } from '@/lib/carriers/aliases'
import { fail, ok } from '@/lib/core/result'
import { chooseRate, noRate } from '@/lib/returns/labels/choose-rate'
import type {
  Answered,
  IssuedLabel,
  LabelProvider,
  LabelRequest,
  LabelSought,
  Party,
} from '@/lib/returns/labels/label-request'
import { askFile, askJson, basic } from '@/lib/services/returns/labels/ask-provider'
import type { SafeFetch } from '@/lib/services/safe-fetch'

const ORIGIN = 'https://api.easypost.com'

const GRAMS_PER_OUNCE = 28.349523125
const MM_PER_INCH = 25.4
const oneDecimal = (value: number): number => Math.max(0.1, Math.round(value * 10) / 10)

/** https://docs.easypost.com/docs/shipments */
const shipmentSchema = z.object({
  id: z.string(),
  rates: z
    .array(z.object({ id: z.string(), carrier: z.string(), service: z.string(), rate: z.coerce.number() }))
    .default([]),
  messages: z.array(z.object({ carrier: z.string().nullish(), message: z.unknown() })).nullish(),
  tracking_code: z.string().nullish(),
  selected_rate: z.object({ carrier: z.string() }).nullish(),
  postage_label: z.object({ label_url: z.string(), label_pdf_url: z.string().nullish() }).nullish(),
  forms: z.array(z.object({ form_type: z.string(), form_url: z.string() })).nullish(),
  refund_status: z.string().nullish(),
})
type Shipment = z.infer<typeof shipmentSchema>

const addressOf = ({ name, line1, line2, city, region, postalCode, countryCode, phone, email }: Party) => ({
  name,
  street1: line1,
  street2: line2,
  city,
  state: region,
  zip: postalCode,
  country: countryCode,
  phone,
  email,
})

/** The addresses stand as on the way out, EasyPost turns them round: https://docs.easypost.com/docs/shipments/returns */
const shipmentOf = ({ reference, from, to, parcel }: LabelRequest, carrierAccount: string | undefined) => ({
  shipment: {
    reference,
    is_return: true,
    to_address: addressOf(from),
    from_address: addressOf(to),
    parcel: {
      weight: oneDecimal(parcel.weightGrams / GRAMS_PER_OUNCE),
      length: oneDecimal(parcel.lengthMm / MM_PER_INCH),
      width: oneDecimal(parcel.widthMm / MM_PER_INCH),
      height: oneDecimal(parcel.heightMm / MM_PER_INCH),
    },
    options: { label_format: 'PDF' },
    ...(carrierAccount && { carrier_accounts: [carrierAccount] }),
  },
})

const CODE_FORM = 'label_qr_code'

/** EasyPost: https://docs.easypost.com/docs/shipments/returns; the key is the user of Basic authorisation, without a password. */
export function easypost(
  fetch: SafeFetch,
  key: string,
  { url = ORIGIN, carrierAccount }: { url?: string | undefined; carrierAccount?: string | undefined },
): LabelProvider {
  const call = (path: string, json?: unknown) =>
    askJson(
      fetch,
      {
        url: `${url}/v2/shipments${path}`,
        method: json === undefined ? 'GET' : 'POST',
        headers: basic(key, ''),
        json,
      },
      shipmentSchema,
    )

  /** A code to show instead of paper, where the carrier has one: https://docs.easypost.com/docs/forms */
  async function codeOf(shipment: Shipment): Answered<string | null> {
    const made = await call(`/${shipment.id}/forms`, { form: { type: CODE_FORM } })
    if (!made.ok) return made
    return ok(made.value.forms?.find(({ form_type }) => form_type === CODE_FORM)?.form_url ?? null)
  }

  /** A shipment's reference may stand for its id; null: none was made. */
  async function look(reference: string): Answered<Shipment | null> {
    const found = await call(`/${reference}`)
    return !found.ok && found.error.status === 404 ? ok(null) : found
  }

  async function labelOf(shipment: Shipment, { wantsCode }: LabelSought): Answered<IssuedLabel> {
    const { id, tracking_code: number, postage_label: label, selected_rate: rate } = shipment
    if (!label || !number)
      return fail({ detail: `shipment ${id} was bought and has no label`, passes: false })
    const file = await askFile(fetch, { url: label.label_pdf_url ?? label.label_url })
    if (!file.ok) return file
    const files = [file.value]
    const code = wantsCode ? await codeOf(shipment) : ok(null)
    if (!code.ok) return code
    if (code.value) {
      const picture = await askFile(fetch, { url: code.value }, true)
      if (!picture.ok) return picture
      files.push(picture.value)
    }
    return ok({
      reference: id,
      number,
      carrier: rate ? carrierSlug(rate.carrier) : null,
      files,
      qrText: null,
    })
  }

  async function buy(shipment: Shipment, request: LabelRequest): Answered<IssuedLabel> {
    const rates = shipment.rates.map(({ id, carrier, service, rate }) => ({
      id,
      carrier,
      services: [service],
      amount: rate,
    }))
    const rate = chooseRate(rates, request)
    const said = (shipment.messages ?? []).map(
      ({ carrier, message }) => `${carrier ?? ''}: ${String(message)}`,
    )
    if (!rate) return fail({ detail: noRate(rates, request, said), passes: false })
    const bought = await call(`/${shipment.id}/buy`, { rate: { id: rate.id } })
    return bought.ok ? labelOf(bought.value, request) : bought
  }

  return {
    async issue(request) {
      const begun = request.isRepeat ? await look(request.reference) : ok(null)
      if (!begun.ok) return begun
      if (begun.value) return buy(begun.value, request)
      const made = await call('', shipmentOf(request, carrierAccount))
      return made.ok ? buy(made.value, request) : made
    },
    async find(sought) {
      const found = await look(sought.reference)
      if (!found.ok) return found
      return found.value?.postage_label ? labelOf(found.value, sought) : ok(null)
    },
    /** https://docs.easypost.com/docs/shipments/shipping-refund */
    async void(reference) {
      const answer = await call(`/${reference}/refund`, {})
      if (!answer.ok) return answer
      return answer.value.refund_status === 'rejected'
        ? fail({ detail: 'EasyPost rejects the refund', passes: false })
        : ok(null)
    },
  }
}
