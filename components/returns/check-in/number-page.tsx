import type { Frame } from '@/components/page/frame'
import { BigButton } from './big-button'
import { BigField } from './big-field'
import { CheckInFrame, type FieldErrors } from './check-in-frame'

/** Finds a return by its number, where its code can't be scanned. */
export function NumberPage({
  frame,
  action,
  number,
  errors,
}: {
  frame: Frame
  action: string
  number: string
  errors: FieldErrors
}) {
  const { talk, shop } = frame
  const { t } = talk
  return (
    <CheckInFrame
      frame={frame}
      kicker={t('checkIn.at', { shop: shop.name })}
      headline={t('checkIn.numberTitle')}
      lead={t('checkIn.numberLead')}
      errors={errors}
    >
      <form method="post" action={action} noValidate className="space-y-6" data-part="number-form">
        <BigField
          id="number"
          name="number"
          label={t('checkIn.number')}
          hint={t('checkIn.numberHint')}
          value={number}
          autoCapitalize="characters"
          error={errors.find(({ field }) => field === 'number')?.text}
        />
        <BigButton>{t('checkIn.numberSubmit')}</BigButton>
      </form>
      <form method="post" action={action} data-part="leave-form">
        <BigButton name="do" value="leave" look="outlined">
          {t('checkIn.leave')}
        </BigButton>
      </form>
    </CheckInFrame>
  )
}
