import type { Phrase, PhrasePart } from '@/lib/i18n/phrase'

type Size = 'page' | 'card'

/** Type sizes by how long the loud words are: the longest word must fit a phone, the whole of it two lines. */
const SIZES = [
  {
    upTo: 6,
    page: 'text-[calc(var(--ds-scale)*clamp(4rem,23vw,11rem))]',
    card: 'text-[calc(var(--ds-scale)*clamp(2.75rem,13vw,5rem))]',
  },
  {
    upTo: 8,
    page: 'text-[calc(var(--ds-scale)*clamp(3.25rem,18vw,9.5rem))]',
    card: 'text-[calc(var(--ds-scale)*clamp(2.5rem,11vw,4.5rem))]',
  },
  {
    upTo: 11,
    page: 'text-[calc(var(--ds-scale)*clamp(2.5rem,13.5vw,7.5rem))]',
    card: 'text-[calc(var(--ds-scale)*clamp(2.125rem,9.5vw,4rem))]',
  },
  {
    upTo: 16,
    page: 'text-[calc(var(--ds-scale)*clamp(2.125rem,10vw,5rem))]',
    card: 'text-[calc(var(--ds-scale)*clamp(1.875rem,8vw,3.25rem))]',
  },
  {
    upTo: Number.POSITIVE_INFINITY,
    page: 'text-[calc(var(--ds-scale)*clamp(1.875rem,9vw,4rem))]',
    card: 'text-[calc(var(--ds-scale)*clamp(1.625rem,7.5vw,2.75rem))]',
  },
] as const

const QUIET = {
  page: 'text-[clamp(1.25rem,1rem+1.5vw,2.25rem)]',
  card: 'text-[clamp(1.125rem,1rem+.8vw,1.625rem)]',
} as const

/** Several words may break into two lines. */
const SHARE_OF_A_LINE = 0.7

function sizeOf(text: string, size: Size): string {
  const words = text.split(/\s+/)
  const longest = Math.max(...words.map((word) => word.length))
  const score =
    words.length === 1 ? longest : Math.max(longest + 2, Math.round(text.length * SHARE_OF_A_LINE))
  return (SIZES.find(({ upTo }) => score <= upTo) ?? SIZES[SIZES.length - 1] ?? SIZES[4])[size]
}

/** A comma between two lines is heard, not seen. */
function Line({ text }: { text: string }) {
  const [, before = '', words = text, after = ''] = /^([,;]?\s*)(.*?)([,;]?\s*)$/su.exec(text) ?? []
  return (
    <>
      {before ? <span className="sr-only">{before}</span> : null}
      {words}
      {after.trim() ? <span className="sr-only">{after}</span> : after}
    </>
  )
}

function classOf(part: PhrasePart, size: Size): string {
  if (part.tone === 'big')
    return `display block pt-[.04em] pb-[.14em] hyphens-auto ${sizeOf(part.text.replace(/[,;]?\s*$/, ''), size)}`
  if (part.tone === 'times') return `mt-1 block font-semibold tabular-nums ${QUIET[size]}`
  return `display block ${QUIET[size]}`
}

/** The first answer of a page or card: the loud words in the size that their length allows. */
export function HeadlineText({ phrase, level, id }: { phrase: Phrase; level: 1 | 2; id: string }) {
  const Tag = `h${level}` as const
  const size = level === 1 ? 'page' : 'card'
  return (
    <Tag id={id} data-part="headline" className="text-words">
      {phrase.parts.map((part) =>
        part.text.trim() === '' ? (
          part.text
        ) : (
          <span key={`${part.tone}${part.text}`} className={classOf(part, size)}>
            <Line text={part.text} />
          </span>
        ),
      )}
    </Tag>
  )
}
