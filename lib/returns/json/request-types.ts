import type { Outcome } from '@/lib/returns/vocabulary'

/** What a shopper chooses: items of lines, a way back. */
export type ReturnChoice = {
  items: {
    /** The number of another order of the same shopper. */
    order?: string | null | undefined
    line: string
    quantity: number
    reason: string
    subReason?: string | null | undefined
    comment?: string | null | undefined
    /** JPEG, PNG or WebP in base64. */
    photos?: string[] | undefined
    outcome: Outcome
    exchangeSku?: string | null | undefined
    box?: number | undefined
  }[]
  store?: string | null | undefined
  pickupDay?: string | null | undefined
  own?: { box?: number | undefined; carrier: string; number?: string | null | undefined }[] | undefined
  /** The id of a way; left out: not chosen yet, or everything is kept. */
  method?: string | null | undefined
}

/** The same with the sum that was seen: the quote's `seen`. */
export type ReturnRequest = ReturnChoice & { seen: string }

/** A return that was sent. */
export type OpenedReturnJson = { number: string; token: string; links: { page: string; json: string } }
