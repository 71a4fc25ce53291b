import type { ReactNode } from 'react'

const LOOKS = {
  filled: 'bg-accent text-on-accent',
  outlined: 'border-2 border-edge text-text',
} as const

/** A form's submit button. */
export function Button({ children, look = 'filled' }: { children: ReactNode; look?: keyof typeof LOOKS }) {
  return (
    <button
      type="submit"
      className={`inline-flex min-h-12 cursor-pointer items-center justify-center rounded-brand px-6 py-3 font-semibold underline-offset-4 hover:underline forced:border ${LOOKS[look]}`}
    >
      {children}
    </button>
  )
}
