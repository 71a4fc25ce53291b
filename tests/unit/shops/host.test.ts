import { describe, expect, it } from 'vitest'
import { hostSchema, isOurHost, readHost } from '@/lib/shops/host'

describe('the host of a request', () => {
  it.each([
    ['orders.example.com', 'orders.example.com'],
    ['orders.example.com:8443', 'orders.example.com'],
    ['Orders.EXAMPLE.com.', 'orders.example.com'],
    ['orders.example.com.:443', 'orders.example.com'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['XN--BCHER-KVA.example', 'xn--bcher-kva.example'],
    ['127.0.0.1:3000', '127.0.0.1'],
    ['[::1]:3000', '::1'],
    ['[::1]', '::1'],
  ])('is read from «%s»', (header, host) => {
    expect(readHost(header)).toBe(host)
  })

  it.each([null, '', ':3000', '[nonsense]:3000', 'a b', 'evil.example/path'])('is none in «%s»', (header) => {
    expect(readHost(header)).toBeNull()
  })
})

describe('our own host', () => {
  const url = 'https://Doorstep.example.com:8443/orders-app'

  it.each(['doorstep.example.com', 'localhost', '127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])(
    'is %s',
    (host) => {
      expect(isOurHost(host, url)).toBe(true)
    },
  )

  it.each(['orders.example.com', 'www.doorstep.example.com', 'orders.localhost', '10.0.0.1', '203.0.113.7'])(
    'is not %s',
    (host) => {
      expect(isOurHost(host, url)).toBe(false)
    },
  )
})

describe('a host that a merchant writes', () => {
  it.each([
    ['orders.example.com', 'orders.example.com'],
    [' Orders.Example.COM. ', 'orders.example.com'],
    ['pakete.bücher.example', 'pakete.xn--bcher-kva.example'],
    ['straße.example', 'xn--strae-oqa.example'],
    ['4.example.com', '4.example.com'],
  ])('is stored in one form: «%s»', (written, host) => {
    expect(hostSchema.parse(written)).toBe(host)
  })

  it.each([
    ['https://orders.example.com', /is no host name/],
    ['orders.example.com/path', /is no host name/],
    ['orders.example.com:8443', /is no host name/],
    ['me@orders.example.com', /is no host name/],
    ['*.example.com', /is no host name/],
    ['_doorstep.example.com', /is no host name/],
    ['-a.example.com', /is no host name/],
    ['orders..example.com', /is no host name/],
    ['a b.example.com', /is no host name/],
    ['%61.example.com', /is no host name/],
    ['', /is no host name/],
    ['192.0.2.1', /is an address/],
    ['192.0.2.1.', /is an address/],
    ['0x7f.1', /is an address|is no host name/],
    ['2130706433', /is an address|is no host name/],
    ['example.123', /is no host name/],
    ['::1', /is no host name/],
    ['[::1]', /is no host name/],
    ['com', /has one part only/],
    ['localhost', /has one part only/],
    [`${'a'.repeat(64)}.example.com`, /is no host name/],
    [`${'a.'.repeat(125)}example`, /is longer|is no host name/],
  ])('is refused: «%s»', (written, why) => {
    const parsed = hostSchema.safeParse(written)
    expect(parsed.error?.issues[0]?.message).toMatch(why)
  })
})
