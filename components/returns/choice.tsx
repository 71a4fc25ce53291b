import type { ReactNode } from 'react'

type ChoiceProps = {
  name: string
  value: string
  /** What an error summary leads to; only one of a group has it. */
  id?: string | undefined
  checked: boolean
  disabled?: boolean
  describedBy?: string | undefined
  label: ReactNode
  detail?: ReactNode
  /** What it gives or costs. */
  aside?: ReactNode
  /** For the sheet of styles: what else shows where this is chosen. */
  asks?: string | undefined
  /** What is asked further where this is chosen; without a script it is the browser that shows it. */
  children?: ReactNode
}

/** One of several answers: its whole row can be pressed. */
export function Choice({
  name,
  value,
  id,
  checked,
  disabled = false,
  describedBy,
  label,
  detail,
  aside,
  asks,
  children,
}: ChoiceProps) {
  return (
    <div className="group/choice border-b border-line last:border-b-0 has-[[data-choice]:checked]:bg-surface">
      <label className="flex min-h-14 cursor-pointer items-start gap-4 px-4 py-3.5">
        <input
          type="radio"
          id={id}
          name={name}
          value={value}
          defaultChecked={checked}
          disabled={disabled}
          aria-describedby={describedBy}
          data-choice=""
          data-asks={asks}
          className="mt-px size-6 shrink-0"
        />
        <span className="min-w-0 grow leading-snug wrap-anywhere">
          <span className="flex flex-wrap items-baseline justify-between gap-x-4 pt-px">
            <span className="group-has-[[data-choice]:checked]/choice:font-semibold">{label}</span>
            {aside ? <span className="font-semibold tabular-nums">{aside}</span> : null}
          </span>
          {detail ? <span className="mt-1 block text-sm text-muted">{detail}</span> : null}
        </span>
      </label>
      {children ? (
        <div className="space-y-5 px-4 pt-1 pb-5 sm:ps-14 group-not-has-[[data-choice]:checked]/choice:hidden">
          {children}
        </div>
      ) : null}
    </div>
  )
}
