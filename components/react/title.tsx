import type { ReactNode } from 'react'

export type Level = 1 | 2 | 3 | 4 | 5

const TAGS = ['h1', 'h2', 'h3', 'h4', 'h5'] as const

/** A heading at the place that the host's page gives it. */
export function Title({ level, part, children }: { level: number; part: string; children: ReactNode }) {
  const Tag = TAGS[level - 1] ?? 'h6'
  return <Tag data-part={part}>{children}</Tag>
}
