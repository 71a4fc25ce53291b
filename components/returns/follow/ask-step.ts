import type { Frame } from '@/components/page/frame'
import type { StepFrame } from '@/components/returns/step-page'
import type { Return } from '@/lib/returns/return'

/** What a question about a sent return shows around it. */
export type AskOptions = {
  errors?: StepFrame['errors']
  /** It was changed by somebody else since it was shown. */
  isStale?: boolean
}

export function askStep(
  frame: Frame,
  back: Pick<Return, 'number'>,
  { errors = [], isStale = false }: AskOptions = {},
): StepFrame {
  const { t } = frame.talk
  const number = t('returned.number', { number: back.number })
  return {
    frame,
    kicker: number,
    way: null,
    errors,
    notice: isStale ? { title: t('returned.ask.staleTitle'), text: t('returned.ask.staleText') } : null,
    reference: number,
  }
}
