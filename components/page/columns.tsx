import type { ReactNode } from 'react'

/** The page under its headline: the story, and beside it what stays the same. */
export function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="mx-auto grid max-w-6xl grid-cols-1 gap-12 px-5 py-10 sm:px-8 sm:py-14 lg:grid-cols-[minmax(0,1fr)_19rem] lg:gap-20">
      <div className="min-w-0 space-y-12">{children}</div>
      <div className="space-y-10">{aside}</div>
    </div>
  )
}
