/** Adds headers to an answer; the parts of `vary` join those that are there. */
export function addHeaders(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers))
    if (name === 'vary') response.headers.append(name, value)
    else response.headers.set(name, value)
  return response
}
