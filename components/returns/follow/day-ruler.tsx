import type { RulerModel } from './money-model'
import { Traveller } from './traveller'

const STONE = {
  done: 'bg-mark border-solid',
  ahead: 'border-dotted',
} as const

/** The days that the shop has, as a paved line: the coin stands on today, or on the day that it left. It repeats what the words say. */
export function DayRuler({ ruler: { of, day, from, to } }: { ruler: RulerModel }) {
  const at = day === null ? null : Math.min(Math.max(day, 1), of)
  const stones = Array.from({ length: of }, (_, index) => index + 1)
  return (
    <div aria-hidden="true" data-part="days" className={at === null ? 'pt-6' : 'pt-12'}>
      <div className="grid grid-cols-[repeat(14,minmax(0,1fr))] gap-1">
        {stones.map((stone) => (
          <span
            key={stone}
            className={`relative h-3 border-2 border-mark sm:h-4 ${at !== null && stone <= at ? STONE.done : STONE.ahead}`}
          >
            {stone === at ? (
              <Traveller name="refund" className="absolute -end-1 bottom-full mb-1.5 size-9 text-mark" />
            ) : null}
          </span>
        ))}
      </div>
      {from && to ? (
        <p className="mt-2 flex justify-between gap-4 text-sm text-quiet first-letter:uppercase">
          <span>{from}</span>
          <span className="text-end">{to}</span>
        </p>
      ) : null}
    </div>
  )
}
