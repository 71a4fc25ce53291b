import type { Talk } from '@/lib/i18n/translator'
import { Choice } from './choice'
import { FieldError } from './choices'
import { ItemHead } from './item-head'
import { Offers, Products } from './offers'
import type { OutcomeItemModel, OutcomeModel } from './outcomes-model'

/** What may spare the way back, before a label is made. */
function Hint({ text, talk: { t } }: { text: string; talk: Talk }) {
  return (
    <p data-part="hint" className="border-s-4 border-accent ps-4 leading-snug">
      <span className="block text-sm text-muted">{t('returns.outcomes.hint')}</span>
      {text}
    </p>
  )
}

function Gives({ outcome }: { outcome: OutcomeModel }) {
  if (outcome.gives === null) return null
  return (
    <>
      {outcome.gives}
      {outcome.bonus ? <span className="font-normal text-muted"> {outcome.bonus}</span> : null}
    </>
  )
}

/** What one item can become, each with what it gives. */
export function OutcomeItem({
  item,
  errorOf,
  talk,
}: {
  item: OutcomeItemModel
  errorOf: (field: string) => string | undefined
  talk: Talk
}) {
  const { t } = talk
  const error = errorOf(item.field)
  const skuError = errorOf(item.skuField)
  return (
    <section className="space-y-4" data-part="item">
      <fieldset className="min-w-0 space-y-4" aria-describedby={error ? `${item.field}-error` : undefined}>
        <legend className="w-full">
          <ItemHead item={item.head} />
          <span className="sr-only">{t('returns.outcomes.legend')}</span>
        </legend>
        {item.hint ? <Hint text={item.hint} talk={talk} /> : null}
        <FieldError id={`${item.field}-error`} text={error} />
        <div className="overflow-hidden rounded-brand border-2 border-edge">
          {item.outcomes.map((outcome, index) => (
            <Choice
              key={outcome.id}
              id={index === 0 ? item.field : undefined}
              name={item.field}
              value={outcome.id}
              checked={outcome.chosen}
              label={outcome.name}
              detail={outcome.text}
              aside={outcome.gives === null ? null : <Gives outcome={outcome} />}
            >
              {outcome.variants || outcome.products ? (
                <>
                  <FieldError id={`${outcome.skuField}-error`} text={outcome.chosen ? skuError : undefined} />
                  {outcome.variants ? (
                    <Offers
                      legend={t('returns.outcomes.variants')}
                      field={outcome.skuField}
                      id={outcome.chosen ? item.skuField : null}
                      offers={outcome.variants}
                    />
                  ) : null}
                  {outcome.products ? (
                    <Products
                      products={outcome.products}
                      field={outcome.skuField}
                      id={outcome.chosen ? item.skuField : outcome.skuField}
                      talk={talk}
                    />
                  ) : null}
                </>
              ) : null}
            </Choice>
          ))}
        </div>
      </fieldset>
    </section>
  )
}
