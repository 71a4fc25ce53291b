import { rmSync } from 'node:fs'
import { makeTemporaryDirectory } from '@/tests/support/test-server'
import {
  minutesAgo,
  newOrderNumber,
  newParcelNumber,
  orderBody,
  parcelUpdate,
  postWebhook,
  putOrder,
} from './support/send'
import { freePort, runProgram, startProgram } from './support/start-program'
import { expect, test } from './support/test'

const SERVER = ['scripts/serve.ts']
const READY = 'Doorstep is ready'

test('what was answered with 2xx survives the death of the server, at once and each time', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const dataDirectory = makeTemporaryDirectory()
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const settings = { port, dataDirectory, env: { DOORSTEP_URL: origin } }
  const verb = (...args: string[]) => runProgram(['scripts/doorstep.ts', ...args], settings)

  let server = await startProgram(SERVER, READY, settings)
  try {
    await verb('shop:create', 'werkstatt', '--name', 'Werkstatt', '--locale', 'de')
    const apiKey = (await verb('apikey:create', 'werkstatt')).trim()
    const endpoint = await verb('endpoint:create', 'werkstatt', 'standard')
    const [url = ''] = /http\S+/.exec(endpoint) ?? []
    const [secret = ''] = /whsec_\S+/.exec(endpoint) ?? []
    const parcel = newParcelNumber()
    const links = await putOrder(
      { origin, apiKey },
      newOrderNumber(),
      orderBody({ parcels: [{ carrier: 'dhl', number: parcel }] }),
    )
    const tell = async (minutes: number, status: string) => {
      const answer = await postWebhook(
        { url, secret },
        parcelUpdate(parcel, [{ at: minutesAgo(minutes), status }]),
      )
      expect(answer.status).toBe(200)
    }

    await tell(300, 'in_transit.picked_up')
    await server.kill()
    server = await startProgram(SERVER, READY, settings)
    await tell(200, 'in_transit.arrived')
    await tell(100, 'in_transit.departed')
    await tell(5, 'delivered.to_person')
    await server.kill()
    await expect(fetch(links.order)).rejects.toThrow()
    server = await startProgram(SERVER, READY, settings)

    await expect
      .poll(async () => (await (await fetch(links.json)).json()).parcels[0].scans.length, { timeout: 30_000 })
      .toBe(4)
    await page.goto(links.order)
    await expect(page.locator('h1')).toHaveText(/zugestellt|übergeben/i)
    await expect(page.locator('[data-part=history] ol > li')).toHaveCount(4)
  } finally {
    await server.stop()
    rmSync(dataDirectory, { recursive: true, force: true })
  }
})
