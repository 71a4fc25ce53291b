const RULES = 'User-agent: *\nDisallow: /api/\nDisallow: /*/*/o/\nDisallow: /*/*/p/\n'

export const GET = (): Response =>
  new Response(RULES, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
