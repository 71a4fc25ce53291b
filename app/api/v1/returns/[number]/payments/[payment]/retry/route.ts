import { z } from 'zod'
import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { showMerchantReturn } from '@/app/_server/returns/merchant-return'
import { decodeSegment } from '@/app/_server/segment'
import { findReturnByNumber } from '@/db/queries/read-return'
import { withShop } from '@/db/with-shop'
import { retryPayment } from '@/lib/services/returns/money/retry-payment'

type Params = { number: string; payment: string }

const isId = (text: string): boolean => z.uuid().safeParse(text).success

export const POST = merchantHandler<Params>(async (call) => {
  const { context, shopId, params } = call
  const number = decodeSegment(params.number)
  const back = await withShop(context.db, shopId, (tx) => findReturnByNumber(tx, shopId, number))
  const payment = back?.payments.find(({ id }) => isId(id) && id === params.payment)
  if (!payment) return problem('not_found')
  const retried = await retryPayment(context, shopId, payment.id)
  if (!retried.ok)
    return problem('wrong_state', {
      detail: `The payment is ${payment.state}: only failed ones are tried again.`,
    })
  return showMerchantReturn(call, number)
})
