/** On our host with the shop's segment, on the merchant's own without. */
const RULES = [
  'User-agent: *',
  'Disallow: /api/',
  'Disallow: /*/*/o/',
  'Disallow: /*/*/p/',
  'Disallow: /*/o/',
  'Disallow: /*/p/',
  '',
].join('\n')

export const GET = (): Response =>
  new Response(RULES, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
