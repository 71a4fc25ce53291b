import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PROGRAMS = {
  nginx: { places: ['/usr/sbin/nginx', '/usr/bin/nginx'], debian: 'nginx-light' },
  caddy: { places: ['/usr/bin/caddy', '/usr/local/bin/caddy'], debian: 'caddy' },
  openssl: { places: ['/usr/bin/openssl'], debian: 'openssl' },
} as const

type Program = keyof typeof PROGRAMS
const NAMES: readonly Program[] = ['nginx', 'caddy', 'openssl']

const placeOf = (name: Program): string | undefined =>
  PROGRAMS[name].places.find((place) => existsSync(place))

function install(packages: readonly string[]): void {
  process.stdout.write(`Installing ${packages.join(', ')} …\n`)
  for (const command of ['update -qq', `install -y -qq --no-install-recommends ${packages.join(' ')}`])
    spawnSync('apt-get', command.split(' '), {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    })
}

/** Where both proxies are; installs Debian's packages as root, else says which ones to install. */
export function findPrograms(): Record<Program, string> {
  const missing = () => NAMES.filter((name) => !placeOf(name)).map((name) => PROGRAMS[name].debian)
  if (missing().length > 0 && process.getuid?.() === 0) install(missing())
  if (missing().length > 0)
    throw new Error(`This check needs ${missing().join(', ')}: install them, or run it as root on Debian.`)
  const [nginx = '', caddy = '', openssl = ''] = NAMES.map(placeOf)
  return { nginx, caddy, openssl }
}
