import { FieldError } from '@/components/returns/choices'

/** One of several answers, as large as a gloved thumb. */
export type TileModel = { value: string; label: string; checked: boolean }

/** Answers of which one is pressed; the first carries the id that an error leads to. */
export function Tiles({
  legend,
  name,
  id,
  tiles,
  error,
  columns = 2,
}: {
  legend: string
  name: string
  id: string
  tiles: readonly TileModel[]
  error?: string | undefined
  columns?: 2 | 4
}) {
  return (
    <fieldset className="min-w-0" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="text-lg font-semibold">{legend}</legend>
      <div className="mt-2 empty:hidden">
        <FieldError id={`${id}-error`} text={error} />
      </div>
      <div className={`mt-3 grid gap-3 ${columns === 4 ? 'grid-cols-4 text-xl' : 'grid-cols-2'}`}>
        {tiles.map(({ value, label, checked }, index) => (
          <label
            key={value}
            className="relative flex min-h-20 cursor-pointer items-center justify-center rounded-brand border-3 border-edge bg-background px-1.5 py-3 text-center leading-tight font-semibold hyphens-auto wrap-anywhere sm:text-lg has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-3 has-focus-visible:outline-offset-3"
          >
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={name}
              value={value}
              defaultChecked={checked}
              className="absolute inset-0 size-full cursor-pointer appearance-none rounded-brand opacity-0 forced:size-6 forced:appearance-auto forced:opacity-100"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
