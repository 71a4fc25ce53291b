import type { ReactNode } from 'react'

/** A quiet section title. */
export function Heading({ level, children }: { level: 2 | 3; children: ReactNode }) {
  const Tag = `h${level}` as const
  return <Tag className="text-sm font-semibold text-muted">{children}</Tag>
}
