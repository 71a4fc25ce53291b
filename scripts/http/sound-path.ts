/** A run of escapes as UTF-8; bytes that are none become U+FFFD. */
const readable = (escapes: string): string =>
  encodeURIComponent(new TextDecoder().decode(Buffer.from(escapes.replaceAll('%', ''), 'hex')))

/**
 * A request's target whose path can be decoded: the framework answers any other with a bare 500, so that no page could say
 * in the shop's own look that there is nothing here. Sound targets come back as they are.
 */
export function soundPath(target: string): string {
  const [path = '', ...query] = target.split('?')
  try {
    decodeURIComponent(path)
    return target
  } catch {
    const sound = path.replace(/%(?![0-9a-f]{2})/gi, '%25').replace(/(?:%[0-9a-f]{2})+/gi, readable)
    return [sound, ...query].join('?')
  }
}
