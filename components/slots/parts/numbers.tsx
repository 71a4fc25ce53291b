import type { SlotContext } from '@/lib/slots/slot'

const NUMBERS = Array.from({ length: 11 }, (_, number) => number)

/** Nought to ten in one row where there is room, in two where there isn't. */
export function Numbers({ context: { talk } }: { context: SlotContext }) {
  const { t } = talk
  return (
    <>
      <div className="grid max-w-xl grid-cols-6 gap-1 @lg:grid-cols-11">
        {NUMBERS.map((number) => (
          <label
            key={number}
            className="grid min-h-11 cursor-pointer place-items-center rounded-brand border-2 border-edge tabular-nums hover:border-link has-checked:border-link has-checked:bg-link has-checked:font-semibold has-checked:text-background has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-offset-2"
          >
            <input type="radio" name="value" value={number} required className="sr-only" />
            {number}
          </label>
        ))}
      </div>
      <p className="mt-2 flex max-w-xl flex-wrap justify-between gap-x-6 text-sm text-muted">
        <span>{t('slots.feedback.low')}</span>
        <span>{t('slots.feedback.high')}</span>
      </p>
    </>
  )
}
