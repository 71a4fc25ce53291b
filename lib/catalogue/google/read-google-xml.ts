import { SaxesParser, type SaxesTagNS } from 'saxes'
import { SourceError } from '@/lib/catalogue/source-error'
import { googleField } from './google-fields'
import type { GoogleFields } from './read-google-item'

const GOOGLE = 'http://base.google.com/ns/1.0'
const ATOM = 'http://www.w3.org/2005/Atom'

/** Of an attribute's text so many characters are kept: more than any may have. */
const MOST_CHARACTERS = 4_096
/** So many characters without an end of a text or a tag are no feed: the parser keeps a text whole until then. */
const MOST_SILENT = 1_000_000
/** Deeper than any feed; deeper still is no feed. */
const MOST_LEVELS = 64

/** RSS 2.0 and Atom call an item so. */
const ITEMS = new Set(['item', 'entry'])

/** An attribute's name where the element can be one: Google's own, or one of RSS or Atom that says the same. */
function nameOf({ local, uri }: SaxesTagNS): { name: string; own: boolean } | null {
  const own = uri === GOOGLE
  const name = own || uri === '' || uri === ATOM ? googleField(local) : null
  return name === null ? null : { name, own }
}

type Open = { line: number; own: Map<string, string>; plain: Map<string, string> }

/** An item's attributes; what Google's namespace says counts more than what RSS or Atom says. */
const fieldsOf = ({ own, plain }: Open): GoogleFields => new Map([...plain, ...own])

/**
 * Reads the items of a Merchant feed as they come, RSS 2.0 or Atom (https://support.google.com/merchants/answer/160589): only
 * what stands directly below an item, so that a price within `g:shipping` is none of it. Throws a {@link SourceError} where the
 * text is no XML any more; entities that a document defines for itself are no XML here.
 */
export async function* readGoogleXml(
  source: AsyncIterable<string>,
): AsyncGenerator<{ line: number; fields: GoogleFields }> {
  const parser = new SaxesParser({ xmlns: true })
  let ready: { line: number; fields: GoogleFields }[] = []
  let item: Open | null = null
  /** Closed, but perhaps by a tag that isn't its own: that shows with what follows. */
  let closed: Open | null = null
  let field: { name: string; own: boolean; text: string } | null = null
  let depth = 0
  let itemDepth = 0
  let isFeed = false

  let silent = 0
  const settle = () => {
    silent = 0
    if (closed) ready.push({ line: closed.line, fields: fieldsOf(closed) })
    closed = null
  }
  const keep = (text: string) => {
    settle()
    if (field && field.text.length < MOST_CHARACTERS) field.text += text
  }
  parser.on('text', keep)
  parser.on('cdata', keep)
  parser.on('opentag', (tag) => {
    settle()
    depth++
    if (depth > MOST_LEVELS) throw new SourceError(`line ${parser.line}: nested too deep for a feed`)
    if (!item && ITEMS.has(tag.local)) {
      item = { line: parser.line, own: new Map(), plain: new Map() }
      itemDepth = depth
      isFeed = true
    } else if (item && depth === itemDepth + 1) {
      const named = nameOf(tag)
      const href = tag.uri === ATOM && tag.local === 'link' ? tag.attributes.href?.value : undefined
      const rel = tag.attributes.rel?.value ?? 'alternate'
      if (href !== undefined) {
        if (rel === 'alternate' && !item.plain.has('link')) item.plain.set('link', href)
      } else if (named) field = { ...named, text: '' }
    }
    if (depth === 1 && ['rss', 'feed', 'RDF'].includes(tag.local)) isFeed = true
  })
  parser.on('closetag', () => {
    settle()
    if (item && field && depth === itemDepth + 1) {
      const texts = field.own ? item.own : item.plain
      const text = field.text.replace(/\s+/g, ' ').trim()
      if (text !== '' && !texts.has(field.name)) texts.set(field.name, text)
      field = null
    }
    if (item && depth === itemDepth) {
      closed = item
      item = null
    }
    depth--
  })

  const feed = (action: () => unknown) => {
    try {
      action()
    } catch (error) {
      if (error instanceof SourceError) throw error
      const why = error instanceof Error ? error.message.replace(/^(?:\S+:)?\d+:\d+: /, '') : String(error)
      throw new SourceError(`line ${parser.line}: ${why}`)
    }
  }
  for await (const chunk of source) {
    let broken: unknown = null
    try {
      feed(() => {
        silent += chunk.length
        parser.write(chunk)
        if (silent > MOST_SILENT)
          throw new SourceError(`line ${parser.line}: goes on for too long without a tag`)
      })
    } catch (error) {
      broken = error
    }
    // What stood before the break is as good as ever.
    yield* ready
    ready = []
    if (broken !== null) throw broken
  }
  feed(() => parser.close())
  yield* ready
  if (!isFeed) throw new SourceError('line 1: is neither RSS nor Atom')
}
