import { FIRST_HOST, type Round } from '../round'

/** Hosts that nobody has, and what clients say of themselves. */
export async function checkStrangers({ proxy, place, check }: Round): Promise<void> {
  const stranger = await proxy.ask('https://nobody.test/').catch(() => null)
  if (proxy.admitsStrangers)
    check(
      'an unknown host is a neutral document',
      stranger?.status === 404 && stranger.text.includes('</html>') && !stranger.text.includes('Brand'),
      stranger,
    )
  else check('an unknown host gets no certificate', stranger === null, stranger?.status)

  const forged = await proxy.ask(`${place.pages}/de`, {
    headers: {
      'x-doorstep-host': 'evil.test',
      'x-forwarded-host': 'evil.test',
      'x-forwarded-prefix': '/evil',
      'x-middleware-rewrite': '/evil',
    },
  })
  check(
    'what a client says of host and prefix is nothing',
    forged.status === 200 && !forged.text.includes('evil'),
    forged.status,
  )

  const allowed = (domain: string) => proxy.ask(`${place.root}/api/domains/allowed?domain=${domain}`)
  check(
    'a certificate may be had for a proven host',
    (await allowed(`${FIRST_HOST.toUpperCase()}.`)).status === 200,
  )
  check('and for no other', (await allowed('nobody.test')).status === 404)
}
