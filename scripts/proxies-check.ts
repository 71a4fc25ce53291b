import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { explain } from './explain'
import { askAt } from './proxies/ask'
import { checkClientAddress } from './proxies/checks/client-address'
import { checkMerchant } from './proxies/checks/merchant'
import { checkReturns } from './proxies/checks/returns'
import { checkShopper } from './proxies/checks/shopper'
import { checkStrangers } from './proxies/checks/strangers'
import { findPrograms } from './proxies/find-programs'
import { freePorts } from './proxies/free-ports'
import { caddyfile, nginxConf } from './proxies/recipes'
import { FIRST_HOST, type FrontServer, type Place } from './proxies/round'
import { type Started, start } from './proxies/start'

/** `npm run check:proxies`: real nginx and Caddy, set up as the guide says, in front of a real server. */
const SLUG = 'brand'
const OUR_URL = 'https://doorstep.example.com/orders-app'
const PREFIXED_HOST = 'shop.example.com'

const PLACES: Record<string, Place> = {
  'the merchant’s own host': { pages: `https://${FIRST_HOST}`, root: `https://${FIRST_HOST}` },
  'the merchant’s own host, below a path': {
    pages: `https://${PREFIXED_HOST}/orders-app`,
    root: `https://${PREFIXED_HOST}/orders-app`,
  },
  'our host, below a path': { pages: `${OUR_URL}/${SLUG}`, root: OUR_URL },
}

function makeCertificate(openssl: string, folder: string): void {
  const names = [
    '-subj',
    '/CN=doorstep check',
    '-keyout',
    `${folder}/key.pem`,
    '-out',
    `${folder}/certificate.pem`,
  ]
  const { status, stderr } = spawnSync(openssl, [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    ...names,
  ])
  if (status !== 0) throw new Error(`openssl made no certificate: ${stderr}`)
}

async function main(folder: string, started: Started[]): Promise<number> {
  if (!existsSync('.next/BUILD_ID')) throw new Error('There is no build yet: run `npm run build` first.')
  const { nginx, caddy, openssl } = findPrograms()
  const [server = 0, nginxPort = 0, caddyPort = 0] = await freePorts(3)
  const upstream = `http://127.0.0.1:${server}`
  Object.assign(process.env, {
    DOORSTEP_DATA_DIR: join(folder, 'data'),
    DOORSTEP_URL: OUR_URL,
    // The picture of the order is our own, on loopback.
    DOORSTEP_ALLOW_PRIVATE_NETWORKS: 'true',
    TRUSTED_PROXIES: '127.0.0.1/32',
    PORT: String(server),
    HOSTNAME: '127.0.0.1',
  })
  for (const name of ['DATABASE_URL', 'MIGRATION_DATABASE_URL', 'DOORSTEP_DEMO']) delete process.env[name]
  makeCertificate(openssl, folder)
  writeFileSync(join(folder, 'nginx.conf'), nginxConf({ folder, port: nginxPort, upstream: server }))
  writeFileSync(join(folder, 'Caddyfile'), caddyfile({ folder, port: caddyPort, upstream: server }))

  const answers = async (work: Promise<{ status: number }>) => (await work.catch(() => null))?.status === 200
  started.push(
    await start([process.execPath, '--import', 'tsx', 'scripts/serve.ts'], process.env, () =>
      answers(fetch(`${upstream}/api/health`)),
    ),
  )
  const { seedShop } = await import('./proxies/seed-shop')
  const shop = await seedShop(SLUG, [FIRST_HOST, PREFIXED_HOST])

  const proxies: Record<string, FrontServer> = {
    nginx: {
      ask: askAt(nginxPort),
      clients: { reader: '127.0.9.1', guesser: '127.0.10.1' },
      admitsStrangers: true,
    },
    Caddy: {
      ask: askAt(caddyPort),
      clients: { reader: '127.0.11.1', guesser: '127.0.12.1' },
      admitsStrangers: false,
    },
  }
  const commands = {
    nginx: [nginx, '-e', 'stderr', '-c', join(folder, 'nginx.conf')],
    Caddy: [caddy, 'run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')],
  } as const
  for (const [name, { ask }] of Object.entries(proxies)) {
    const command = name === 'nginx' ? commands.nginx : commands.Caddy
    const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
    started.push(await start(command, env, () => answers(ask(`${OUR_URL}/api/health`))))
  }

  let failed = 0
  let passed = 0
  for (const [name, proxy] of Object.entries(proxies))
    for (const [index, [what, place]] of Object.entries(PLACES).entries()) {
      console.log(`\n${name}: ${what}`)
      const check = (sentence: string, holds: boolean, seen?: unknown) => {
        if (holds) passed += 1
        else failed += 1
        console.log(holds ? `  ✓ ${sentence}` : `  ✗ ${sentence}: ${JSON.stringify(seen)}`)
      }
      const round = { proxy, place, shop, upstream, check }
      await checkMerchant(round)
      await checkShopper(round)
      await checkReturns(round)
      await checkStrangers(round)
      if (index === 0) await checkClientAddress(round)
    }
  console.log(`\n${passed} hold, ${failed} don’t`)
  return failed === 0 ? 0 : 1
}

const folder = mkdtempSync(join(tmpdir(), 'doorstep-proxies-'))
// The database's own account walks through it.
chmodSync(folder, 0o711)
const started: Started[] = []
try {
  process.exitCode = await main(folder, started)
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
} finally {
  const { closeDatabase } = await import('./close-database')
  await closeDatabase()
  for (const { stop } of started.reverse()) await stop()
  rmSync(folder, { recursive: true, force: true })
}
