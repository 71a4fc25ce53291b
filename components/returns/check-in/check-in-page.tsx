import type { Frame } from '@/components/page/frame'
import { Icon } from '@/components/ui/icon'
import type { Talk } from '@/lib/i18n/translator'
import { CheckForm, type CheckValues, NO_VALUES } from './check-form'
import { CheckInFrame, type FieldErrors } from './check-in-frame'
import type { CheckInItemModel, CheckInModel, Finding } from './check-in-model'
import { ItemCard } from './item-card'
import { ReceiveForm } from './receive-form'

type CheckInPageProps = {
  frame: Frame
  model: CheckInModel
  /** Where its forms go, and the page that asks for the next number. */
  action: string
  nextHref: string
  mostPhotos: number
  errors: FieldErrors
  /** What was entered of an item and couldn't be taken. */
  entered: { key: string; values: CheckValues } | null
}

const SUMMARY = 'flex min-h-16 cursor-pointer items-center text-lg font-semibold text-link'

function Found({ found, talk: { t } }: { found: Finding; talk: Talk }) {
  const { grade, disposition, deduction, reason } = found
  return (
    <div className="space-y-1 text-lg leading-snug">
      <p className="flex items-center gap-2.5 font-semibold">
        <Icon name="good" className="size-6 text-link" />
        <span>
          <span className="sr-only">{t('checkIn.check.done')}: </span>
          {[grade, disposition].filter(Boolean).join(', ')}
        </span>
      </p>
      {deduction ? <p>{[deduction, reason].filter(Boolean).join(': ')}</p> : null}
    </div>
  )
}

/** A return on the table: first what is there, then how it is. */
export function CheckInPage(props: CheckInPageProps) {
  const { frame, model, action, nextHref, mostPhotos, errors, entered } = props
  const { talk } = frame
  const { t } = talk
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text
  const isOpen = (item: CheckInItemModel) => item.found === null || entered?.key === item.key
  const receive = model.mayReceive
    ? model.boxes.map((box) => (
        <section key={box.box} className="space-y-4">
          {box.isIn ? (
            <details>
              <summary className={SUMMARY}>
                {model.boxes.length > 1
                  ? `${t('checkIn.receive.change')}: ${box.title}`
                  : t('checkIn.receive.change')}
              </summary>
              <ReceiveForm box={box} action={action} version={model.version} errorOf={errorOf} talk={talk} />
            </details>
          ) : (
            <>
              <p className="text-xl font-semibold">{box.title}</p>
              <ReceiveForm box={box} action={action} version={model.version} errorOf={errorOf} talk={talk} />
            </>
          )}
        </section>
      ))
    : null
  return (
    <CheckInFrame
      frame={frame}
      tone={model.tone}
      kicker={model.number}
      headline={model.headline}
      lead={model.closed}
      errors={errors}
    >
      {model.toCheck.length === 0 ? receive : null}
      {model.toCheck.map((item) => {
        const values = entered?.key === item.key ? entered.values : NO_VALUES
        const form = (
          <CheckForm
            item={item}
            action={action}
            currency={model.currency}
            mostPhotos={mostPhotos}
            values={values}
            errorOf={errorOf}
            talk={talk}
          />
        )
        return (
          <ItemCard key={item.key} item={item} talk={talk}>
            {item.found ? <Found found={item.found} talk={talk} /> : null}
            {item.found ? (
              <details open={isOpen(item)}>
                <summary className={SUMMARY}>{t('checkIn.check.again')}</summary>
                {form}
              </details>
            ) : (
              form
            )}
          </ItemCard>
        )
      })}
      {model.toCheck.length > 0 ? receive : null}
      <a
        href={nextHref}
        className="flex min-h-20 w-full items-center justify-center rounded-brand border-3 border-edge px-6 py-3 text-center text-2xl font-semibold"
      >
        {t('checkIn.another')}
      </a>
    </CheckInFrame>
  )
}
