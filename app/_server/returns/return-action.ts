import type { z } from 'zod'
import { merchantHandler } from '@/app/_server/merchant-handler'
import { readJson } from '@/app/_server/read-json'
import { decodeSegment } from '@/app/_server/segment'
import type { ShopId } from '@/lib/core/ids'
import type { Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import type { By } from '@/lib/services/returns/begin-change'
import { answerChange, type NumberParams } from './merchant-return'
import type { Refusal } from './refusal'

type Asked<B> = { context: Context; shopId: ShopId; ref: { number: string }; by: By; body: B }

type ActionOptions = {
  /** Whether a warehouse's key may, too. */
  warehouse?: boolean
  limitBytes?: number
}

type Keyed = {
  items?: readonly { key: string }[] | null | undefined
  key?: string | undefined
  version?: number | null | undefined
}

/** Where a key stands in a body's list; what isn't listed is the body's own. */
const pointersInto =
  ({ items }: Keyed) =>
  (key: string): string => {
    const place = items?.findIndex((item) => item.key === key) ?? -1
    return place < 0 ? '' : `/items/${place}`
  }

/** A POST that does something to a return: reads the body, does it, and answers with the return as it is then. */
export const returnAction = <T extends z.ZodType<Keyed>>(
  schema: T,
  act: (asked: Asked<z.output<T>>) => Promise<Result<unknown, Refusal>>,
  { warehouse = false, limitBytes }: ActionOptions = {},
) =>
  merchantHandler<NumberParams>(
    async (call) => {
      const { context, shopId, request, params } = call
      const body = await readJson(request, schema, limitBytes)
      if (!body.ok) return body.error
      const number = decodeSegment(params.number)
      const by = { ...call.by, version: body.value.version ?? null }
      const done = await act({ context, shopId, ref: { number }, by, body: body.value })
      return answerChange(call, number, done, pointersInto(body.value))
    },
    { warehouse, ...(limitBytes !== undefined && { limitBytes }) },
  )
