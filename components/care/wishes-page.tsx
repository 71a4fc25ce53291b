import { Said } from '@/components/consent/said'
import { Choice } from '@/components/returns/choice'
import { Choices } from '@/components/returns/choices'
import { StepForm } from '@/components/returns/step-form'
import { type StepFrame, StepPage } from '@/components/returns/step-page'
import { ButtonLink } from '@/components/ui/button-link'
import type { WishKind } from '@/lib/care/wish'
import { WishFields } from './wish-fields'
import type { CarrierWish, WishDay, WishValues } from './wish-model'

type WishesPageProps = {
  step: StepFrame
  values: WishValues
  kinds: readonly WishKind[]
  days: readonly WishDay[]
  carriers: readonly CarrierWish[]
  /** What was wished for before, in words; null: nothing. */
  now: string | null
  action: string
  back: string
  saved: boolean
}

/** How a delivery on its way is wished for: at the carrier where it takes wishes, else noted for the shop. */
export function WishesPage({
  step,
  values,
  kinds,
  days,
  carriers,
  now,
  action,
  back,
  saved,
}: WishesPageProps) {
  const { frame, errors } = step
  const { talk, shop } = frame
  const { t } = talk
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text
  return (
    <StepPage
      step={step}
      headline={t('care.wishes.title')}
      lead={<p>{t('care.wishes.lead', { shop: shop.name })}</p>}
    >
      {saved ? (
        <Said title={t('care.wishes.savedTitle')} text={t('care.wishes.savedText', { shop: shop.name })} />
      ) : null}
      {now === null ? null : <p data-part="wished">{t('care.wishes.now', { wish: now })}</p>}
      {carriers.map(({ carrier, href }) => (
        <section key={href} className="space-y-3" data-part="carrier-wishes">
          <h2 className="font-semibold">{t('care.wishes.carrierTitle')}</h2>
          <p>{t('care.wishes.carrierText', { carrier })}</p>
          <ButtonLink href={href}>{t('care.wishes.carrierLink', { carrier })}</ButtonLink>
        </section>
      ))}
      <StepForm
        form={{ action, version: null, back: { href: back, label: t('care.back') } }}
        submit={t('care.wishes.submit')}
      >
        <Choices legend={t('care.wishes.legend')} field="kind" error={errorOf('kind')}>
          {kinds.map((kind, index) => (
            <Choice
              key={kind}
              id={index === 0 ? 'kind' : undefined}
              name="kind"
              value={kind}
              checked={values.kind === kind}
              label={t(`care.wish.${kind}`)}
            >
              <WishFields kind={kind} values={values} days={days} errorOf={errorOf} talk={talk} />
            </Choice>
          ))}
        </Choices>
      </StepForm>
    </StepPage>
  )
}
