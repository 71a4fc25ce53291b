import type { SlotContext } from '@/lib/slots/slot'

const NUMBERS = Array.from({ length: 11 }, (_, number) => number)

/** Nought to ten in one row where there is room, in two where there isn't. */
export function Numbers({ context: { talk } }: { context: SlotContext }) {
  const { t } = talk
  return (
    <>
      <div className="grid max-w-xl grid-cols-6 gap-0.5 overflow-hidden rounded-brand border-2 border-edge bg-edge @lg:grid-cols-11">
        {NUMBERS.map((number) => (
          <label
            key={number}
            className="grid min-h-12 cursor-pointer place-items-center bg-background tabular-nums last:col-span-2 forced:border hover:text-link hover:underline has-checked:bg-link has-checked:font-semibold has-checked:text-background has-[:focus-visible]:outline-3 has-[:focus-visible]:-outline-offset-5 forced:has-checked:underline @lg:last:col-span-1"
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
