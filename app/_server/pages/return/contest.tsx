import { seeOther } from '@/app/_server/see-other'
import { ContestPage, LONGEST_CONTEST } from '@/components/returns/follow/contest-page'
import { returnedItemModel } from '@/components/returns/follow/item-model'
import { nextState } from '@/lib/returns/machine'
import type { ReturnItem } from '@/lib/returns/return'
import { contestDeduction } from '@/lib/services/returns/contest-deduction'
import { askDocument, askForm, closedDocument, readAnswer, refusalOf, STALE } from './ask'
import { reopen } from './reopen'
import { type ReturnPage, returnPage } from './return-handler'

/** The item that the address names, while its deduction can be objected to. */
function itemOf({ request, facts: { back } }: ReturnPage): ReturnItem | null {
  const key = new URL(request.url).searchParams.get('item')
  const item = back.items.find((one) => one.key === key)
  const isOpen =
    item && item.deduction > 0 && item.contestedAt === null && nextState(back.state, 'contest').ok
  return isOpen ? item : null
}

type Options = Parameters<typeof askDocument>[3] & { text?: string }

function ask(page: ReturnPage, { text = '', ...options }: Options = {}): Promise<Response> {
  const { facts, talk } = page
  const item = itemOf(page)
  if (!item) return closedDocument(page, 'contest')
  const form = askForm(page, facts.links.contest(item.key))
  const model = returnedItemModel(item, facts, talk)
  return askDocument(
    page,
    'contest',
    (step) => <ContestPage step={step} item={model} text={text} form={form} />,
    options,
  )
}

function problemOf(text: string): 'missing' | 'tooLong' | null {
  if (text === '') return 'missing'
  return text.length > LONGEST_CONTEST ? 'tooLong' : null
}

async function take(page: ReturnPage): Promise<Response> {
  const { context, shop, facts, talk, self } = page
  const answer = await readAnswer(page)
  if (answer instanceof Response) return answer
  const item = itemOf(page)
  if (!item) return closedDocument(page, 'contest')
  // A browser sends a line's end as two characters and counts it as one.
  const text = (answer.form.get('text') ?? '').replaceAll('\r\n', '\n').trim()
  const problem = problemOf(text)
  if (problem)
    return ask(page, {
      text,
      status: 422,
      errors: [{ field: 'text', text: talk.t(`returned.contest.${problem}`) }],
    })
  const by = { actor: 'shopper', version: answer.version } as const
  const done = await contestDeduction(context, shop.id, { id: facts.back.id }, by, { key: item.key, text })
  if (done.ok) return seeOther(page, self)
  const now = await reopen(page)
  return refusalOf(done.error.code) === 'stale'
    ? ask(now, { ...STALE, text })
    : closedDocument(now, 'contest')
}

export const showContest = returnPage((page) => ask(page))
export const takeContest = returnPage(take)
