import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

/** What a message asks of its caller, and the plural categories it answers with. */
export type MessageShape = {
  /** Argument name → how it is used. */
  arguments: Map<string, 'text' | 'number' | 'date' | 'time' | 'plural' | 'select'>
  tags: Set<string>
  /** Argument name → categories (`one`, `other`, `=0`). */
  plurals: Map<string, Set<string>>
}

const USE = {
  [TYPE.argument]: 'text',
  [TYPE.number]: 'number',
  [TYPE.date]: 'date',
  [TYPE.time]: 'time',
  [TYPE.select]: 'select',
  [TYPE.plural]: 'plural',
} as const

function walk(elements: readonly MessageFormatElement[], shape: MessageShape): void {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue
    if (element.type === TYPE.tag) {
      shape.tags.add(element.value)
      walk(element.children, shape)
      continue
    }
    // A plural or select says more of an argument than its plain use beside it.
    if (USE[element.type] !== 'text' || !shape.arguments.has(element.value))
      shape.arguments.set(element.value, USE[element.type])
    if (element.type !== TYPE.plural && element.type !== TYPE.select) continue
    if (element.type === TYPE.plural) {
      const known = shape.plurals.get(element.value) ?? new Set<string>()
      for (const category of Object.keys(element.options)) known.add(category)
      shape.plurals.set(element.value, known)
    }
    for (const option of Object.values(element.options)) walk(option.value, shape)
  }
}

/** Reads a message's arguments, tags and plurals; throws a `SyntaxError` that says what is wrong. */
export function messageShape(message: string): MessageShape {
  const shape: MessageShape = { arguments: new Map(), tags: new Set(), plurals: new Map() }
  walk(parse(message), shape)
  return shape
}
