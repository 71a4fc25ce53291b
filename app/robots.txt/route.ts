/** On our host with the shop's segment, on the merchant's own without. */
const RULES = [
  'User-agent: *',
  'Disallow: /api/',
  'Disallow: /*/*/o/',
  'Disallow: /*/*/p/',
  'Disallow: /*/o/',
  'Disallow: /*/p/',
  // The portal's door may be found; whatever lies behind it is one shopper's.
  'Disallow: /*/returns/',
  'Disallow: /r/',
  '',
].join('\n')

export const GET = (): Response =>
  new Response(RULES, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
