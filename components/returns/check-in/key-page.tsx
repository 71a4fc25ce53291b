import type { Frame } from '@/components/page/frame'
import { BigButton } from './big-button'
import { BigField } from './big-field'
import { CheckInFrame, type FieldErrors } from './check-in-frame'

/** Asks for the warehouse's key; `number` is the return that somebody was on the way to. */
export function KeyPage({
  frame,
  action,
  number,
  errors,
}: {
  frame: Frame
  action: string
  number: string | null
  errors: FieldErrors
}) {
  const { t } = frame.talk
  return (
    <CheckInFrame
      frame={frame}
      kicker={number ?? t('checkIn.title')}
      headline={t('checkIn.keyTitle')}
      lead={t('checkIn.keyLead')}
      errors={errors}
    >
      <form method="post" action={action} noValidate className="space-y-6" data-part="key-form">
        {number === null ? null : <input type="hidden" name="next" value={number} />}
        <BigField
          id="key"
          name="key"
          type="password"
          label={t('checkIn.key')}
          hint={t('checkIn.keyHint')}
          error={errors.find(({ field }) => field === 'key')?.text}
        />
        <BigButton>{t('checkIn.keySubmit')}</BigButton>
      </form>
    </CheckInFrame>
  )
}
