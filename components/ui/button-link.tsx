import type { ReactNode } from 'react'

/** A link that looks like the one thing to do; on a toned ground it takes the tone's voice. */
export function ButtonLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      rel="noreferrer"
      className="inline-flex min-h-12 items-center max-sm:w-full justify-center gap-2.5 rounded-brand bg-mark px-6 py-3 text-center font-semibold text-ground underline-offset-4 hover:underline forced:border print:hidden"
    >
      {children}
    </a>
  )
}
