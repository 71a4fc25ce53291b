import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { carriers } from '@/lib/carriers'
import type { AnyCarrier } from '@/lib/carriers/carrier'
import type { ParcelReport } from '@/lib/parcels/report'
import { FALLBACK, isStatusCode } from '@/lib/parcels/status'
import { parseJson } from '@/lib/webhooks/parse-json'
import { verifySignature } from '@/lib/webhooks/verify-signature'
import { keysFor, signFor } from '@/tests/fixtures/sign'

const NOW = new Date('2026-11-20T12:00:00.000Z')
const FIXTURES = fileURLToPath(new URL('../fixtures/carriers/', import.meta.url))
const SOURCES = fileURLToPath(new URL('../../lib/carriers/', import.meta.url))

type Fixture = { name: string; body: Uint8Array; json: unknown }

function readFixture(folder: string, name: string): Fixture {
  const body = readFileSync(`${folder}/${name}`)
  const json = parseJson(body)
  if (!json.ok) throw new Error(`${name}: ${json.error.message}`)
  return { name, body, json: json.value }
}

/** The bodies of a provider: those about a parcel, or those of one of its side folders. */
function fixturesOf(carrier: AnyCarrier, side = ''): Fixture[] {
  const folder = `${FIXTURES}${carrier.id}/${side}`
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFixture(folder, name))
}

const headers = new Headers()

function reportsOf(carrier: AnyCarrier, json: unknown): ParcelReport[] {
  const parsed = carrier.parse(json, headers)
  return parsed.ok && parsed.reading.kind === 'reports' ? parsed.reading.reports : []
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value with one thing at a time changed: every property in turn, at every depth. */
function* withEachChanged(
  value: unknown,
  change: (parent: Record<string, unknown>, key: string) => unknown,
): Generator<unknown> {
  if (Array.isArray(value))
    for (const [index, member] of value.entries())
      for (const changed of withEachChanged(member, change)) yield value.with(index, changed)
  if (isObject(value))
    for (const key of Object.keys(value)) {
      yield change(value, key)
      for (const changed of withEachChanged(value[key], change)) yield { ...value, [key]: changed }
    }
}

const without = (parent: Record<string, unknown>, key: string): unknown => {
  const { [key]: _left, ...rest } = parent
  return rest
}

const CODE_KEY = /status|tag$|^code$|event_?code|description_?code|^type$/i

/** The value with every vendor code in it replaced by one that nobody knows; the envelope's own words stay. */
function withUnknownCodes(value: unknown, key = '', depth = 0): unknown {
  if (Array.isArray(value)) return value.map((member) => withUnknownCodes(member, key, depth))
  if (isObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, withUnknownCodes(member, name, depth + 1)]),
    )
  return typeof value === 'string' && depth > 1 && CODE_KEY.test(key) ? 'zz_unheard_of' : value
}

describe('the registry', () => {
  it('holds every provider that is defined, each under an id of its own', () => {
    const defined = readdirSync(SOURCES).filter((file) =>
      /= defineCarrier\(/.test(readFileSync(`${SOURCES}${file}`, 'utf8')),
    )
    expect([...carriers.keys()].toSorted()).toEqual(
      defined.map((file) => file.replace(/\.ts$/, '')).toSorted(),
    )
  })

  it('names each provider and its documentation', () => {
    for (const [id, carrier] of carriers) {
      expect(id).toMatch(/^[a-z][a-z0-9-]*$/)
      expect(carrier.name).not.toBe('')
      expect(new URL(carrier.docs).protocol).toBe('https:')
    }
  })
})

describe.each([...carriers])('%s', (_id, carrier) => {
  const fixtures = fixturesOf(carrier)

  it('refuses a body that another secret signed, and one that was changed', () => {
    const { body } = fixtures[0] ?? { body: new Uint8Array([0x7b, 0x7d]) }
    const good = signFor(carrier.signature, body, { now: NOW })
    expect(verifySignature(carrier.signature, { headers: new Headers(), body }, keysFor(), NOW).ok).toBe(
      false,
    )
    const strangers = { secrets: ['c29tZWJvZHkgZWxzZSBzb21lYm9keSBlbHNl'], jwks: [] }
    expect(verifySignature(carrier.signature, { headers: good, body }, strangers, NOW).ok).toBe(false)
    if (carrier.signature.kind !== 'shared-secret') {
      const changed = Uint8Array.from(body, (byte, index) => (index === 1 ? byte ^ 1 : byte))
      expect(verifySignature(carrier.signature, { headers: good, body: changed }, keysFor(), NOW).ok).toBe(
        false,
      )
    }
  })

  it('accepts a body that its own secret signed', () => {
    for (const { body } of fixtures) {
      const good = signFor(carrier.signature, body, { now: NOW })
      expect(verifySignature(carrier.signature, { headers: good, body }, keysFor(), NOW)).toEqual({
        ok: true,
        value: null,
      })
    }
  })

  it('reads its bodies into reports whose scans run from old to new', () => {
    expect(fixtures.length).toBeGreaterThan(0)
    const all = fixtures.map(({ name, json }) => ({ name, reports: reportsOf(carrier, json) }))
    for (const { name, reports } of all) {
      expect(reports.length, name).toBeGreaterThan(0)
      for (const { number, carrier: slug, scans } of reports) {
        expect(number, name).not.toBe('')
        expect(slug, name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        const moments = scans.map(({ time }) => time.at ?? time.localTime ?? '')
        expect(moments, name).toEqual(moments.toSorted())
      }
    }
    expect(all.flatMap(({ reports }) => reports.flatMap(({ scans }) => scans)).length).toBeGreaterThan(0)
  })

  it('gives every scan its provider, a canonical status, its raw words and an honest time', () => {
    for (const scan of fixtures
      .flatMap(({ json }) => reportsOf(carrier, json))
      .flatMap(({ scans }) => scans)) {
      expect(scan.provider).toBe(carrier.id)
      expect(scan.status === null || isStatusCode(scan.status)).toBe(true)
      expect(scan.time.zoneKnown).toBe(scan.time.at !== null)
      expect(scan.place?.countryCode ?? 'DE').toMatch(/^[A-Z]{2}$/)
    }
  })

  it('reads the same body twice to the same', () => {
    for (const { json } of fixtures)
      expect(carrier.parse(json, headers)).toEqual(carrier.parse(structuredClone(json), headers))
  })

  it('passes over other topics of its vendor and says so', () => {
    for (const { name, json } of fixturesOf(carrier, 'ignored'))
      expect(carrier.parse(json, headers), name).toMatchObject({ ok: true, reading: { kind: 'ignored' } })
  })

  it('names what is wrong with a body it can’t read', () => {
    const unreadable = fixturesOf(carrier, 'unreadable').map(({ json }) => json)
    for (const json of [
      ...unreadable,
      null,
      [],
      'text',
      1,
      {},
      { data: [] },
      { msg: 1, result: [], trackings: {} },
    ]) {
      const parsed = carrier.parse(json, headers)
      expect(parsed.ok).toBe(false)
      if (!parsed.ok) expect(parsed.issues.length).toBeGreaterThan(0)
    }
  })

  it('keeps unknown codes without guessing: a scan has its status’s fallback or none', () => {
    const fallbacks: (string | null)[] = [null, ...Object.values(FALLBACK)]
    for (const { name, json } of fixtures) {
      const before = reportsOf(carrier, json)
      const after = reportsOf(carrier, withUnknownCodes(json))
      expect(
        after.map(({ scans }) => scans.length),
        name,
      ).toEqual(before.map(({ scans }) => scans.length))
      for (const scan of after.flatMap(({ scans }) => scans)) expect(fallbacks, name).toContain(scan.status)
    }
  })

  it('treats null and absent alike, field by field, and never throws', () => {
    for (const { name, json } of fixtures) {
      const absent = [...withEachChanged(json, without)]
      const nulled = [...withEachChanged(json, (parent, key) => ({ ...parent, [key]: null }))]
      expect(absent.length).toBeGreaterThan(0)
      for (const [index, body] of absent.entries()) {
        const parsed = carrier.parse(body, headers)
        const other = carrier.parse(nulled[index], headers)
        expect(other.ok, name).toBe(parsed.ok)
        if (parsed.ok) expect(other, name).toEqual(parsed)
        else expect(parsed.issues.length).toBeGreaterThan(0)
      }
    }
  })

  it('never throws on odd values in any field', () => {
    const odd: unknown[] = [
      {},
      [],
      [null],
      '',
      ' ',
      'constructor',
      '2875-10-22',
      -1,
      1e300,
      true,
      '9'.repeat(400),
    ]
    let read = 0
    for (const { json } of fixtures)
      for (const value of odd)
        for (const body of withEachChanged(json, (parent, key) => ({ ...parent, [key]: value })))
          if (carrier.parse(body, headers).ok) read++
    expect(read).toBeGreaterThan(0)
  })
})
