import type { ReactNode } from 'react'

const LOOKS = {
  filled: 'bg-accent text-on-accent',
  outlined: 'border-2 border-edge text-text',
} as const

type ButtonProps = {
  children: ReactNode
  look?: keyof typeof LOOKS
  /** What the form is sent with where this button sends it. */
  name?: string
  value?: string
}

/** A form's submit button. */
export function Button({ children, look = 'filled', name, value }: ButtonProps) {
  return (
    <button
      type="submit"
      name={name}
      value={value}
      className={`inline-flex min-h-12 cursor-pointer items-center justify-center rounded-brand px-6 py-3 font-semibold underline-offset-4 hover:underline forced:border ${LOOKS[look]}`}
    >
      {children}
    </button>
  )
}
