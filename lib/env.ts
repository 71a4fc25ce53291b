import { hostname as machineName } from 'node:os'
import { resolve } from 'node:path'
import ipaddr from 'ipaddr.js'
import { z } from 'zod'
import { keepSecret } from './keep-secret'

const MIN_SECRET_LENGTH = 32
const MAKE_ONE = 'make one with `openssl rand -hex 32` and give every instance the same'

const SWITCH = {
  '1': true,
  true: true,
  yes: true,
  on: true,
  '0': false,
  false: false,
  no: false,
  off: false,
} as const
const isSwitch = (text: string): text is keyof typeof SWITCH => Object.hasOwn(SWITCH, text)

const flag = z
  .string()
  .toLowerCase()
  .refine(isSwitch, 'is neither on nor off: write `true` or `false`')
  .transform((text) => isSwitch(text) && SWITCH[text])
  .default(false)

const databaseUrl = z
  .string()
  .regex(
    /^postgres(ql)?:\/\/[^/]+\/[^/?]+/,
    'is not the address of a database: write `postgres://user:password@host:5432/database`',
  )

/** Scheme, host and port and, where a proxy puts Doorstep below a path, that path. */
const publicUrl = z
  .string()
  .refine((text) => {
    if (!URL.canParse(text)) return false
    const url = new URL(text)
    return (
      ['http:', 'https:'].includes(url.protocol) &&
      /^(?:\/[\w.~-]+)*\/?$/.test(url.pathname) &&
      !url.search &&
      !url.hash
    )
  }, 'is not an origin: write `https://parcels.example.org`, and behind it at most the path a proxy puts before ours')
  .transform((text) => {
    const { origin, pathname } = new URL(text)
    return `${origin}${pathname}`.replace(/\/$/, '')
  })

const range = (text: string): string | null => {
  if (ipaddr.isValidCIDR(text)) return text
  if (!ipaddr.isValid(text)) return null
  return `${text}/${ipaddr.parse(text).kind() === 'ipv4' ? 32 : 128}`
}

const ranges = z.string().transform((text, context): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => {
      const cidr = range(part)
      if (cidr) return [cidr]
      context.addIssue(`names «${part}», which is no address range: write \`10.0.0.0/8, 2001:db8::/32\``)
      return []
    }),
)

/** Requests a minute; 0: as many as come. */
const perMinute = z
  .string()
  .regex(/^\d{1,6}$/, 'is no number of requests a minute: write `600`, or `0` for no limit')
  .transform(Number)

const variables = z.object({
  DATABASE_URL: databaseUrl.optional(),
  MIGRATION_DATABASE_URL: databaseUrl.optional(),
  DOORSTEP_DATA_DIR: z.string().default('.data'),
  DOORSTEP_URL: publicUrl.optional(),
  DOORSTEP_SECRET: z
    .string()
    .min(MIN_SECRET_LENGTH, `is shorter than ${MIN_SECRET_LENGTH} characters: ${MAKE_ONE}`)
    .optional(),
  DOORSTEP_ALLOW_PRIVATE_NETWORKS: flag,
  TRUSTED_PROXIES: ranges.default([]),
  DOORSTEP_MERCHANT_LIMIT: perMinute.default(600),
  DOORSTEP_SHOPPER_LIMIT: perMinute.default(240),
  PORT: z
    .string()
    .regex(/^\d+$/, 'is no port: write a number from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'is no port: write a number from 1 to 65535')
    .default(3000),
  HOSTNAME: z.string().optional(),
  DOORSTEP_DEMO: flag,
})

const isLoopback = (host: string): boolean =>
  host === 'localhost' || (ipaddr.isValid(host) && ipaddr.parse(host).range() === 'loopback')

const checked = variables.superRefine((values, context) => {
  const complain = (name: keyof typeof values, message: string) =>
    context.addIssue({ code: 'custom', path: [name], message })
  if (values.MIGRATION_DATABASE_URL && !values.DATABASE_URL)
    complain(
      'DATABASE_URL',
      'is missing while MIGRATION_DATABASE_URL is there: set both, or neither for the embedded database',
    )
  if (values.DATABASE_URL && !values.DOORSTEP_SECRET)
    complain('DOORSTEP_SECRET', `is missing, a database of your own needs it: ${MAKE_ONE}`)
  if (values.DOORSTEP_DEMO && values.HOSTNAME && !isLoopback(values.HOSTNAME))
    complain(
      'HOSTNAME',
      'opens the demo and its well-known keys to others: leave it out or write `localhost`',
    )
})

export type Env = {
  /** Application and owner role of a server; null selects the embedded one. */
  database: { url: string; migrationUrl: string | null } | null
  /** Absolute. */
  dataDirectory: string
  /** Public origin and, behind a proxy with a path prefix, that prefix; without a slash at the end. */
  url: string
  /** At least 32 characters; on the embedded database made at the first reading and kept in the data directory. */
  readonly secret: string
  allowPrivateNetworks: boolean
  /** CIDR ranges whose X-Forwarded-For counts. */
  trustedProxies: string[]
  /** Requests a minute of one key to the JSON API; 0: no limit. */
  merchantLimit: number
  /** Requests a minute of one network address to the shoppers' JSON; 0: no limit. */
  shopperLimit: number
  port: number
  /** The address to listen on. */
  hostname: string
  demo: boolean
}

/** The environment is not usable; the message names each variable, what is wrong and what to do. */
export class EnvError extends Error {
  override name = 'EnvError'
}

/** Parses the environment; an empty variable counts as absent. Throws {@link EnvError}. */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  // Containers export their own name as HOSTNAME; nobody meant it as an address to listen on.
  if (given.HOSTNAME === machineName()) delete given.HOSTNAME
  const parsed = checked.safeParse(given)
  if (!parsed.success)
    throw new EnvError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'),
    )
  const values = parsed.data
  const dataDirectory = resolve(/* turbopackIgnore: true */ process.cwd(), values.DOORSTEP_DATA_DIR)
  return {
    database: values.DATABASE_URL
      ? { url: values.DATABASE_URL, migrationUrl: values.MIGRATION_DATABASE_URL ?? null }
      : null,
    dataDirectory,
    url: values.DOORSTEP_URL ?? `http://localhost:${values.PORT}`,
    get secret() {
      return values.DOORSTEP_SECRET ?? keepSecret(dataDirectory)
    },
    allowPrivateNetworks: values.DOORSTEP_ALLOW_PRIVATE_NETWORKS,
    trustedProxies: values.TRUSTED_PROXIES,
    merchantLimit: values.DOORSTEP_MERCHANT_LIMIT,
    shopperLimit: values.DOORSTEP_SHOPPER_LIMIT,
    port: values.PORT,
    hostname: values.HOSTNAME ?? 'localhost',
    demo: values.DOORSTEP_DEMO,
  }
}

let memo: Env | undefined

/** The process's environment, parsed at the first call and never at build time. */
export function env(): Env {
  memo ??= readEnv()
  return memo
}
