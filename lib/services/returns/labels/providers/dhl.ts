import { z } from 'zod'
import { fail, ok } from '@/lib/core/result'
import type { LabelProvider, LabelRequest } from '@/lib/returns/labels/label-request'
import { splitStreet } from '@/lib/returns/labels/split-street'
import { askJson, basic, fileOf } from '@/lib/services/returns/labels/ask-provider'
import type { SafeFetch } from '@/lib/services/safe-fetch'

const ORIGIN = 'https://api-eu.dhl.com'
const PATH = '/parcel/de/shipping/returns/v1/orders?labelType=BOTH'

const document = z.object({ b64: z.base64().optional() })

/** https://developer.dhl.com/api-reference/dhl-parcel-de-returns-post-parcel-germany */
const confirmationSchema = z.object({
  shipmentNo: z.string().min(1),
  label: document.optional(),
  qrLabel: document.optional(),
})

const NAME = 50
const CITY = 40

function orderOf({ reference, name, from, parcel }: LabelRequest, receiverId: string) {
  const { street, house } = splitStreet(from.line1)
  return {
    receiverId,
    // Printed on the label.
    customerReference: name.slice(0, NAME),
    shipmentReference: reference.slice(0, NAME),
    shipper: {
      name1: from.name.slice(0, NAME),
      ...(from.line2 && { name2: from.line2.slice(0, NAME) }),
      addressStreet: street.slice(0, NAME),
      ...(house && { addressHouse: house }),
      postalCode: from.postalCode,
      city: from.city.slice(0, CITY),
      ...(from.email && { email: from.email }),
      ...(from.phone && { phone: from.phone }),
    },
    itemWeight: { uom: 'g', value: parcel.weightGrams },
  }
}

const bytesOf = (b64: string | undefined): Uint8Array => new Uint8Array(Buffer.from(b64 ?? '', 'base64'))

/**
 * DHL Parcel DE Returns: the receiver's id says where the parcel goes and from which country it comes. A label costs nothing
 * until it is used, so there is nothing to give back, and a second one after a crash is harmless.
 */
export function dhl(
  fetch: SafeFetch,
  { password, key }: { password: string; key: string },
  { url = ORIGIN, receiverId, username }: { url?: string | undefined; receiverId: string; username: string },
): LabelProvider {
  return {
    async issue(request) {
      const confirmed = await askJson(
        fetch,
        {
          url: `${url}${PATH}`,
          method: 'POST',
          headers: { ...basic(username, password), 'dhl-api-key': key },
          json: orderOf(request, receiverId),
        },
        confirmationSchema,
      )
      if (!confirmed.ok) return confirmed
      const { shipmentNo: number, label, qrLabel } = confirmed.value
      const paper = fileOf(bytesOf(label?.b64), false)
      const code = fileOf(bytesOf(qrLabel?.b64), true)
      const files = [paper, code].filter((file) => file !== null)
      if (!paper && !(request.wantsCode && code))
        return fail({ detail: 'DHL’s label is no PDF', passes: false })
      return ok({ reference: number, number, carrier: 'dhl', files, qrText: null })
    },
    void: () => Promise.resolve(ok(null)),
  }
}
