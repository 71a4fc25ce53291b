import { seeOther } from '@/app/_server/see-other'
import { CancelPage } from '@/components/returns/follow/cancel-page'
import { cancelReturn } from '@/lib/services/returns/cancel-return'
import { askDocument, askForm, closedDocument, readAnswer, refusalOf, STALE } from './ask'
import { reopen } from './reopen'
import { type ReturnPage, returnPage } from './return-handler'

function ask(page: ReturnPage, options: Parameters<typeof askDocument>[3] = {}): Promise<Response> {
  const { facts, talk } = page
  if (!facts.may.cancel) return closedDocument(page, 'cancel')
  const form = askForm(page, facts.links.cancel, talk.t('returned.cancel.keep'))
  return askDocument(page, 'cancel', (step) => <CancelPage step={step} form={form} />, options)
}

async function take(page: ReturnPage): Promise<Response> {
  const { context, shop, facts, self } = page
  const answer = await readAnswer(page)
  if (answer instanceof Response) return answer
  const { version } = answer
  // Sent twice, it is still what was wanted.
  if (facts.back.state === 'cancelled') return seeOther(page, self)
  const done = await cancelReturn(context, shop.id, { id: facts.back.id }, { actor: 'shopper', version })
  if (done.ok) return seeOther(page, self)
  const now = await reopen(page)
  return refusalOf(done.error.code) === 'stale' ? ask(now, STALE) : closedDocument(now, 'cancel')
}

export const showCancel = returnPage((page) => ask(page))
export const takeCancel = returnPage(take)
