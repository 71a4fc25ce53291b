import type { ReactNode } from 'react'

type ChoicesProps = {
  /** What a screen reader says before each answer. */
  legend: ReactNode
  /** Its id names the error too. */
  field: string
  error: string | undefined
  children: ReactNode
}

/** The error of a group, tied to it for those who listen. */
export function FieldError({ id, text }: { id: string; text: string | undefined }) {
  if (!text) return null
  return (
    <p
      id={id}
      data-tone="critical"
      className="rounded-brand border-s-4 border-mark bg-ground px-3 py-2 font-medium text-words"
    >
      {text}
    </p>
  )
}

/** Answers of which one is chosen. */
export function Choices({ legend, field, error, children }: ChoicesProps) {
  return (
    <fieldset className="min-w-0 space-y-3" aria-describedby={error ? `${field}-error` : undefined}>
      <legend className="font-semibold">{legend}</legend>
      <FieldError id={`${field}-error`} text={error} />
      <div className="overflow-hidden rounded-brand border-2 border-edge">{children}</div>
    </fieldset>
  )
}
