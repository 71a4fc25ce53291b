import { Said } from '@/components/consent/said'
import { BackLink } from '@/components/returns/step-form'
import { type StepFrame, StepPage } from '@/components/returns/step-page'
import { Button } from '@/components/ui/button'
import type { DeliveryAddress } from '@/lib/orders/order'
import { AddressFields } from './address-fields'

type AddressPageProps = {
  step: StepFrame
  address: DeliveryAddress
  /** In the page's language. */
  country: string
  action: string
  back: string
  /** What looks unusual, in words; none: nothing was sent, or nothing does. */
  doubts: readonly string[]
  /** What could be meant instead, in one line; null: nothing. */
  suggested: string | null
  saved: boolean
}

/** An address that a carrier couldn't deliver to, to be corrected: suggestions are shown, and nothing is forced. */
export function AddressPage({
  step,
  address,
  country,
  action,
  back,
  doubts,
  suggested,
  saved,
}: AddressPageProps) {
  const { frame, errors } = step
  const { t } = frame.talk
  const shop = frame.shop.name
  return (
    <StepPage step={step} headline={t('care.address.title')} lead={<p>{t('care.address.lead', { shop })}</p>}>
      {saved ? (
        <Said title={t('care.address.savedTitle')} text={t('care.address.savedText', { shop })} />
      ) : null}
      <form method="post" action={action} noValidate className="space-y-6" data-part="address-form">
        {/* The Enter key presses a form's first button: it must be this one, not one that answers a doubt. */}
        <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
          {t('care.address.submit')}
        </button>
        {doubts.length > 0 ? (
          <div
            role="alert"
            data-part="doubts"
            data-tone="warn"
            className="space-y-4 rounded-brand border-2 border-mark bg-ground p-5 text-words"
          >
            <h2 className="font-semibold">{t('care.address.doubtTitle')}</h2>
            <ul className="list-disc space-y-1 ps-5">
              {doubts.map((doubt) => (
                <li key={doubt}>{doubt}</li>
              ))}
            </ul>
            <p>{t('care.address.doubtLead')}</p>
            {suggested === null ? null : (
              <>
                <p>
                  {t('care.address.suggested')} <strong>{suggested}</strong>
                </p>
                <Button name="choice" value="suggested">
                  {t('care.address.useSuggested')}
                </Button>
              </>
            )}
            <Button look="outlined" name="choice" value="mine">
              {t('care.address.keep')}
            </Button>
          </div>
        ) : null}
        <AddressFields
          address={address}
          errorOf={(field) => errors.find((error) => error.field === field)?.text}
          talk={frame.talk}
        />
        <p className="text-sm text-muted">{t('care.address.country', { country })}</p>
        <div className="flex flex-col gap-x-8 gap-y-3 sm:flex-row sm:flex-wrap sm:items-center">
          <Button>{t('care.address.submit')}</Button>
          <BackLink href={back} label={t('care.back')} />
        </div>
      </form>
    </StepPage>
  )
}
