import type { z } from 'zod'
import { openReturn } from '@/app/_server/pages/return/open-return'
import { problem } from '@/app/_server/problem'
import { readJson } from '@/app/_server/read-json'
import { shopperHandler } from '@/app/_server/shopper-handler'
import type { Result } from '@/lib/core/result'
import type { Return } from '@/lib/returns/return'
import type { Context } from '@/lib/services/context'
import type { By } from '@/lib/services/returns/begin-change'
import type { Shop } from '@/lib/shops/shop'
import { PRIVATE_HEADERS, shopOfToken } from './act-on-order'
import { type Refusal, refused } from './refusal'
import { type ReturnLink, showShopperReturn } from './shopper-return'

type Asked<B> = { context: Context; shop: Shop; back: Return; by: By; body: B }

type Versioned = { version?: number | null | undefined; key?: string | undefined }

/** A POST with which a shopper does something to a return; answers with the return as it is then. */
export const shopperAction = <T extends z.ZodType<Versioned>>(
  schema: T,
  act: (asked: Asked<z.output<T>>) => Promise<Result<unknown, Refusal>>,
) =>
  shopperHandler<ReturnLink>(shopOfToken, {
    POST: async (call) => {
      const { context, shop, request, params } = call
      const open = shop && (await openReturn(context, shop, params))
      if (!shop || !open) return problem('not_found', { headers: PRIVATE_HEADERS })
      const body = await readJson(request, schema)
      if (!body.ok) return body.error
      const by = { actor: 'shopper', version: body.value.version ?? null } as const
      const done = await act({ context, shop, back: open.back, by, body: body.value })
      return done.ok ? showShopperReturn(call) : refused(done.error)
    },
  })
