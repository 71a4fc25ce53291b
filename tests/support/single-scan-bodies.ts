import { readdirSync } from 'node:fs'
import { fixtureBytes } from './post'

type Json = { [key: string]: Json } | Json[] | string | number | boolean | null

/** Where each provider's bodies keep their list of scans; UPS sends one a body anyway. */
const LISTS: Record<string, readonly string[]> = {
  aftership: ['msg', 'checkpoints'],
  easypost: ['result', 'tracking_details'],
  ship24: ['trackings', '0', 'events'],
  shipengine: ['data', 'events'],
  shippo: ['data', 'tracking_history'],
  standard: ['data', 'scans'],
}

const isContainer = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null

const at = (value: Json, path: readonly string[]): Json =>
  path.reduce<Json>((part, key) => (isContainer(part) ? (part[key] ?? null) : null), value)

function withList(value: Json, [key, ...rest]: readonly string[], list: Json): Json {
  if (key === undefined) return list
  if (Array.isArray(value)) return value.with(Number(key), withList(value[Number(key)] ?? null, rest, list))
  return isContainer(value) ? { ...value, [key]: withList(value[key] ?? null, rest, list) } : value
}

const FOLDER = new URL('../fixtures/carriers/', import.meta.url)

/** Every vendor body of several scans, cut into bodies of one scan each: provider, fixture, bodies. */
export const singleScanBodies = (): [provider: string, path: string, bodies: string[]][] =>
  Object.entries(LISTS).flatMap(([provider, path]) =>
    readdirSync(new URL(provider, FOLDER))
      .filter((name) => name.endsWith('.json'))
      .flatMap((name): [string, string, string[]][] => {
        const body: Json = JSON.parse(new TextDecoder().decode(fixtureBytes(`${provider}/${name}`)))
        const list = at(body, path)
        const scans = Array.isArray(list) ? list : []
        const bodies = scans.map((scan) => JSON.stringify(withList(body, path, [scan])))
        return bodies.length > 1 ? [[provider, name, bodies]] : []
      }),
  )
