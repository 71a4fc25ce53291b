/** Messages as nested names with texts at the ends. */
export type MessageTree = { [name: string]: string | MessageTree }

/** The base with every text replaced that the overlay has; names that only the overlay has come along. */
export function mergeMessages(base: MessageTree, overlay: MessageTree): MessageTree {
  const merged: MessageTree = { ...base }
  for (const [name, value] of Object.entries(overlay)) {
    const below = merged[name]
    merged[name] =
      typeof value === 'object' && typeof below === 'object' ? mergeMessages(below, value) : value
  }
  return merged
}

/** Every text under its dotted key: `when.at.today`. */
export function flattenMessages(tree: MessageTree, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [name, value] of Object.entries(tree)) {
    const key = prefix ? `${prefix}.${name}` : name
    if (typeof value === 'string') flat.set(key, value)
    else for (const [inner, text] of flattenMessages(value, key)) flat.set(inner, text)
  }
  return flat
}

/** The opposite of `flattenMessages`, for the shop's own wording. */
export function nestMessages(flat: Iterable<readonly [string, string]>): MessageTree {
  const tree: MessageTree = {}
  for (const [key, text] of flat) {
    const names = key.split('.')
    const last = names.pop() ?? key
    let place = tree
    for (const name of names) {
      const below = place[name]
      const next: MessageTree = typeof below === 'object' ? below : {}
      place[name] = next
      place = next
    }
    place[last] = text
  }
  return tree
}
