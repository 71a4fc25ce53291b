import type { OrderLinesModel } from './items-model'
import { FixedLine, LineRow } from './line-row'
import { StepForm, type StepFormModel } from './step-form'
import { type StepFrame, StepPage } from './step-page'

type ItemsPageProps = {
  step: StepFrame
  orders: readonly OrderLinesModel[]
  form: StepFormModel
  /** Adds another order; null: not here. */
  addOrderHref: string | null
}

/** What goes back: every line with until when, and if it can't, why. */
export function ItemsPage({ step, orders, form, addOrderHref }: ItemsPageProps) {
  const { talk } = step.frame
  const { t } = talk
  const some = orders.some(({ lines }) => lines.some(({ most }) => most > 0))
  const errorOf = (field: string) => step.errors.find((error) => error.field === field)?.text
  const lists = orders.map((order) => (
    <fieldset key={order.id} className="min-w-0">
      <legend className="flex w-full flex-wrap justify-between gap-x-6 pb-3 text-sm text-muted">
        <span className="font-semibold">{order.title}</span>
        <span>{order.placed}</span>
      </legend>
      <ul className="border-t border-line">
        {order.lines.map((line) =>
          line.most > 0 ? (
            <LineRow key={line.id} line={line} error={errorOf(line.field)} talk={talk} />
          ) : (
            <FixedLine key={line.id} line={line} />
          ),
        )}
      </ul>
    </fieldset>
  ))
  const add = addOrderHref ? (
    <p>
      <a
        href={addOrderHref}
        className="inline-flex min-h-12 items-center text-link underline underline-offset-4"
      >
        {t('returns.items.addOrder')}
      </a>
    </p>
  ) : null
  return (
    <StepPage
      step={step}
      headline={t('returns.items.title')}
      lead={<p>{some ? t('returns.items.lead') : t('returns.items.leadNone')}</p>}
    >
      {some ? (
        <StepForm form={form} submit={t('returns.next')}>
          <div id="items" tabIndex={-1} className="space-y-10 outline-none">
            {lists}
            {add}
          </div>
        </StepForm>
      ) : (
        <>
          {lists}
          {add}
        </>
      )}
    </StepPage>
  )
}
