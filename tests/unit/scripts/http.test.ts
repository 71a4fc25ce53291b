import { once } from 'node:events'
import { createServer, get, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type OpenServer, openServer } from '@/scripts/http/open-server'
import { ownHeaders } from '@/scripts/http/own-headers'
import { ServerError } from '@/scripts/http/server-error'
import { soundPath } from '@/scripts/http/sound-path'

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address: AddressInfo | string | null = probe.address()
  probe.close()
  await once(probe, 'close')
  if (!address || typeof address === 'string') throw new Error('a TCP server has a port')
  return address.port
}

const open: OpenServer[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close(0)))
})

async function serve(...[host, port, listener]: Parameters<typeof openServer>): Promise<OpenServer> {
  const server = await openServer(host, port, listener)
  open.push(server)
  return server
}

describe('a request’s headers', () => {
  it('say who connected, whatever the client says, and nothing of the framework’s own', async () => {
    const port = await freePort()
    let seen: IncomingMessage['headers'] = {}
    await serve('127.0.0.1', port, (request, response) => {
      ownHeaders(request)
      seen = request.headers
      response.end()
    })
    const forged = {
      'X-Doorstep-Peer': '198.51.100.1',
      'X-Middleware-Subrequest': 'proxy:proxy',
      'X-Forwarded-For': '198.51.100.1',
    }
    await fetch(`http://127.0.0.1:${port}/`, { headers: forged })
    expect(seen).toMatchObject({ 'x-doorstep-peer': '127.0.0.1', 'x-forwarded-for': '198.51.100.1' })
    expect(seen).not.toHaveProperty('x-middleware-subrequest')
  })
})

describe('a request’s path', () => {
  it.each(['/', '/shop/de?q=%zz', '/a%20b/%C3%BC/%2F', '/shop/de/p/1Z%25'])(
    '%s comes through as it is',
    (target) => {
      expect(soundPath(target)).toBe(target)
    },
  )
  it.each([
    ['/%zz', '/%25zz'],
    ['/%', '/%25'],
    ['/shop/%E0%A4%A?a=%zz?b', '/shop/%EF%BF%BD%25A?a=%zz?b'],
    ['/%ff%2Fa', '/%EF%BF%BD%2Fa'],
    ['/%C3%BC/%C3', '/%C3%BC/%EF%BF%BD'],
  ])('%s, which can’t be decoded, becomes %s', (target, sound) => {
    expect(soundPath(target)).toBe(sound)
    expect(() => decodeURIComponent(sound.split('?')[0] ?? '')).not.toThrow()
  })
})

describe('a server', () => {
  it('on localhost is found by both of its addresses', async () => {
    const port = await freePort()
    await serve('localhost', port, (_, response) => response.end('here'))
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here')
    expect(await (await fetch(`http://localhost:${port}/`)).text()).toBe('here')
  })

  it('says in words why it can’t listen', async () => {
    const port = await freePort()
    await serve('127.0.0.1', port, (_, response) => response.end())
    const again = openServer('127.0.0.1', port, (_, response) => response.end())
    await expect(again).rejects.toThrow(ServerError)
    await expect(again).rejects.toThrow(`127.0.0.1:${port} is taken by another program`)
    await expect(openServer('192.0.2.1', port, () => {})).rejects.toThrow('check HOSTNAME')
  })

  it('that closes lets a request finish, takes no other, and doesn’t wait for idle connections', async () => {
    const port = await freePort()
    let answer = () => {}
    const server = await openServer('127.0.0.1', port, (request, response) => {
      if (request.url === '/fast') response.end('fast')
      else answer = () => response.end('slow')
    })
    await (await fetch(`http://127.0.0.1:${port}/fast`)).text()
    const slow = fetch(`http://127.0.0.1:${port}/slow`).then((response) => response.text())
    await expect.poll(() => answer.toString()).toContain('slow')
    const started = performance.now()
    const closing = server.close(10_000)
    await expect(fetch(`http://127.0.0.1:${port}/fast`)).rejects.toThrow()
    answer()
    expect(await slow).toBe('slow')
    await closing
    expect(performance.now() - started).toBeLessThan(3_000)
  })

  it('that closes cuts off who takes too long', async () => {
    const port = await freePort()
    const server = await openServer('127.0.0.1', port, () => {})
    const cut = new Promise<Error>((resolve) => get(`http://127.0.0.1:${port}/`).on('error', resolve))
    await expect
      .poll(
        async () =>
          (
            await Promise.all(
              server.servers.map(
                (one) => new Promise((resolve) => one.getConnections((_, count) => resolve(count))),
              ),
            )
          )[0],
      )
      .toBe(1)
    await server.close(50)
    expect((await cut).message).toMatch(/hang up|ECONNRESET/)
  })

  it('hangs up on who sends nothing for too long', async () => {
    const port = await freePort()
    const server = await serve('127.0.0.1', port, (_, response) => response.end())
    for (const one of server.servers) one.headersTimeout = 100
    const socket = connect(port, '127.0.0.1')
    const answer = new Promise<string>((resolve) => socket.once('data', (chunk) => resolve(String(chunk))))
    socket.write('GET / HTTP/1.1\r\nhost: a\r\n')
    expect(await answer).toContain('408 Request Timeout')
    socket.destroy()
  })
})
