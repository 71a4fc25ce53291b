import type { ReactNode } from 'react'

const LOOKS = {
  filled: 'bg-accent text-on-accent',
  outlined: 'border-3 border-edge text-text',
} as const

/** A button for gloves: the whole width of the phone. */
export function BigButton({
  children,
  name,
  value,
  look = 'filled',
}: {
  children: ReactNode
  name?: string
  value?: string
  look?: keyof typeof LOOKS
}) {
  return (
    <button
      type="submit"
      name={name}
      value={value}
      className={`min-h-20 w-full cursor-pointer rounded-brand px-6 py-4 text-2xl font-semibold forced:border ${LOOKS[look]}`}
    >
      {children}
    </button>
  )
}
