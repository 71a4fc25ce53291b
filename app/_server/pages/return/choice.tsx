import { seeOther } from '@/app/_server/see-other'
import { type Chosen, choiceModels } from '@/components/returns/follow/choice-model'
import { ChoicePage } from '@/components/returns/follow/choice-page'
import { exchangeName, returnedItemModel } from '@/components/returns/follow/item-model'
import { listOtherVariants } from '@/db/queries/list-other-variants'
import { withShop } from '@/db/with-shop'
import type { ReturnItem } from '@/lib/returns/return'
import { changeExchange } from '@/lib/services/returns/change-exchange'
import { askDocument, askForm, closedDocument, readAnswer, refusalOf, STALE } from './ask'
import { reopen } from './reopen'
import { type ReturnPage, returnPage } from './return-handler'

/** The item that the address names, while its exchange waits for another wish. */
function itemOf({ request, facts: { back, unavailable } }: ReturnPage): ReturnItem | null {
  const key = new URL(request.url).searchParams.get('item')
  return back.items.find((one) => one.key === key && unavailable.includes(one.key)) ?? null
}

const allowsVariants = ({ facts: { back } }: ReturnPage, { orderId, lineId }: ReturnItem): boolean =>
  back.decision.lines.some(
    (line) =>
      line.orderId === orderId && line.lineId === lineId && line.outcomes.includes('exchange_variant'),
  )

async function choicesFor(page: ReturnPage, item: ReturnItem, chosen: Chosen) {
  const { context, shop, facts, talk } = page
  const { back, links } = facts
  const sku = item.exchange?.sku ?? item.sku
  const asked = { orderId: item.orderId, lineId: item.lineId, currency: back.currency, sku }
  const { unitPrice, offers } = await withShop(context.db, shop.id, (tx) =>
    listOtherVariants(tx, shop.id, asked, context.now()),
  )
  const even = back.gift ? offers.filter(({ price }) => price === unitPrice) : offers
  const possible = allowsVariants(page, item) ? even : []
  return choiceModels({ back, item, unitPrice, offers: possible }, chosen, links.picture, talk)
}

type Options = Parameters<typeof askDocument>[3] & { chosen?: Chosen }

async function ask(page: ReturnPage, { chosen, ...options }: Options = {}): Promise<Response> {
  const { facts, talk } = page
  const item = itemOf(page)
  if (!item) return closedDocument(page, 'choice')
  const choices = await choicesFor(page, item, chosen ?? { outcome: null, sku: null })
  const form = askForm(page, facts.links.choice(item.key))
  const model = returnedItemModel(item, facts, talk)
  return askDocument(
    page,
    'choice',
    (step) => (
      <ChoicePage
        step={step}
        item={model}
        gone={exchangeName(item) || item.title}
        choices={choices}
        form={form}
      />
    ),
    options,
  )
}

async function take(page: ReturnPage): Promise<Response> {
  const { context, shop, facts, talk, self } = page
  const answer = await readAnswer(page)
  if (answer instanceof Response) return answer
  const item = itemOf(page)
  if (!item) return closedDocument(page, 'choice')
  const chosen = { outcome: answer.form.get('outcome'), sku: answer.form.get('sku') }
  const wrong = (field: string, key: 'choose' | 'chooseVariant' | 'gone') =>
    ask(page, { chosen, status: 422, errors: [{ field, text: talk.t(`returned.choice.${key}`) }] })
  const choices = await choicesFor(page, item, chosen)
  const choice = choices.find(({ outcome }) => outcome === chosen.outcome)
  if (!choice) return wrong('outcome', chosen.outcome === 'exchange_variant' ? 'gone' : 'choose')
  const offer = choice.offers.find(({ sku }) => sku === chosen.sku)
  if (choice.offers.length > 0 && !offer) return wrong('sku', chosen.sku === null ? 'chooseVariant' : 'gone')
  const by = { actor: 'shopper', version: answer.version } as const
  const wish = { key: item.key, outcome: choice.outcome, sku: offer?.sku ?? null }
  const done = await changeExchange(context, shop.id, { id: facts.back.id }, by, wish)
  if (done.ok) return seeOther(page, self)
  const now = await reopen(page)
  return refusalOf(done.error.code) === 'stale'
    ? ask(now, { ...STALE, chosen })
    : closedDocument(now, 'choice')
}

export const showChoice = returnPage((page) => ask(page))
export const takeChoice = returnPage(take)
