import { openOrder } from '@/app/_server/open-order'
import { peerAddress } from '@/app/_server/peer-address'
import { AddOrderPage } from '@/components/returns/add-order-page'
import { env } from '@/lib/env'
import { lookUpOrder } from '@/lib/services/look-up-order'
import { changeDraft } from '@/lib/services/returns/change-draft'
import { refusedChange } from './apply-changes'
import { type StepDefinition, stepHref } from './draft-call'
import { emailProblem } from './email-problem'
import { tooMany } from './too-many'

const valuesOf = (form: URLSearchParams | null) => ({
  order: form?.get('order')?.trim() ?? '',
  email: form?.get('email')?.trim() ?? '',
})

/** Another order of the same shopper, found like the first. */
export const orderStep: StepDefinition = {
  show: (_call, step, form, { sent }) => <AddOrderPage step={step} form={form} values={valuesOf(sent)} />,
  take: async (call, { form, version }) => {
    const { page, token } = call
    const { context, shop, request } = page
    const { order, email } = valuesOf(form)
    const problems = [
      ...(order === '' ? [{ field: 'order', key: 'orderMissing' }] : []),
      ...emailProblem(email),
    ]
    if (problems.length > 0) return { kind: 'invalid', problems }
    const peer = peerAddress(request.headers, env().trustedProxies)
    const found = await lookUpOrder(context, shop, { number: order, proof: email, peer })
    if (!found.ok)
      return found.error.code === 'too_many_attempts'
        ? { kind: 'answer', response: await tooMany(page, found.error) }
        : { kind: 'invalid', problems: [{ field: 'order', key: 'noMatch' }] }
    const opened = await openOrder(context, found.value.token)
    if (!opened) throw new Error('an order that was just found is gone')
    const { id } = opened.order
    const change = { kind: 'add_order', orderId: id } as const
    const added = await changeDraft(context, shop, token, { version, change, proven: id })
    return added.ok ? { kind: 'kept', to: stepHref(call, 'items') } : refusedChange(added.error)
  },
}
