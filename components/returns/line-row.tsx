import { Photo } from '@/components/ui/photo'
import type { Talk } from '@/lib/i18n/translator'
import { FieldError } from './choices'
import type { LineModel } from './items-model'

const ROW = 'border-b border-line py-4'

function Facts({ line }: { line: LineModel }) {
  return (
    <span className="min-w-0 grow leading-snug wrap-anywhere">
      <span className="block font-semibold">{line.title}</span>
      {line.variant ? <span className="block text-muted">{line.variant}</span> : null}
      {line.facts.map((fact) => (
        <span key={fact} className={`mt-1 block text-sm ${line.most === 0 ? '' : 'text-muted'}`}>
          {fact}
        </span>
      ))}
    </span>
  )
}

/** An item that stays where it is, and why. */
export function FixedLine({ line }: { line: LineModel }) {
  return (
    <li className={`${ROW} flex items-start gap-4`} data-part="fixed-line">
      <Photo picture={line.picture} />
      <Facts line={line} />
    </li>
  )
}

/** An item that can go back: ticked as a whole row, and how many of it. */
export function LineRow({
  line,
  error,
  talk: { t },
}: {
  line: LineModel
  error: string | undefined
  talk: Talk
}) {
  const counts = Array.from({ length: line.most }, (_, index) => index + 1)
  return (
    <li
      className={`${ROW} group/line -mx-3 space-y-3 px-3 has-[[data-take]:checked]:bg-surface`}
      data-part="line"
    >
      <label className="flex cursor-pointer items-start gap-4">
        <Photo picture={line.picture} />
        <Facts line={line} />
        <input
          type="checkbox"
          id={line.field}
          name={line.take}
          value="1"
          defaultChecked={line.chosen > 0}
          aria-describedby={error ? `${line.field}-error` : undefined}
          data-take=""
          className="mt-0.5 size-7 shrink-0"
        />
      </label>
      <FieldError id={`${line.field}-error`} text={error} />
      {line.most > 1 ? (
        <div className="ps-22 group-not-has-[[data-take]:checked]/line:hidden">
          <label className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span className="text-sm font-semibold">
              <span aria-hidden="true">{t('returns.items.howMany')}</span>
              <span className="sr-only">{t('returns.items.howManyOf', { title: line.title })}</span>
            </span>
            <select
              name={line.field}
              defaultValue={line.chosen > 0 ? line.chosen : line.most}
              className="min-h-12 rounded-brand border-2 border-edge bg-background px-4 text-lg text-text tabular-nums"
            >
              {counts.map((count) => (
                <option key={count} value={count}>
                  {count}
                </option>
              ))}
            </select>
          </label>
        </div>
      ) : (
        <input type="hidden" name={line.field} value="1" />
      )}
    </li>
  )
}
