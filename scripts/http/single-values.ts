import type { ServerResponse } from 'node:http'

/**
 * Writes a header of one value as that value. The framework makes a list of each header of a route, and its own compression
 * takes no list for a content type: it would send every page and every JSON as they are.
 */
export function singleValues(response: ServerResponse): void {
  const set = response.setHeader.bind(response)
  response.setHeader = (name, value) => {
    const [only, ...more] = Array.isArray(value) ? value : []
    return set(name, only !== undefined && more.length === 0 ? only : value)
  }
}
