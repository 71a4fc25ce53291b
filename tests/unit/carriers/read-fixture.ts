import { readFileSync } from 'node:fs'
import { carriers } from '@/lib/carriers'
import type { ParcelReport } from '@/lib/parcels/report'
import { parseJson } from '@/lib/webhooks/parse-json'

/** Parses a body with its provider; throws with the issues when it can't be read. */
export function readBody(provider: string, json: unknown, headers = new Headers()) {
  const parsed = carriers.get(provider)?.parse(json, headers)
  if (!parsed?.ok) throw new Error(JSON.stringify(parsed?.issues ?? 'no such provider'))
  return parsed
}

/** The reports of a body. */
export function reportsOf(provider: string, json: unknown): ParcelReport[] {
  const { reading } = readBody(provider, json)
  return reading.kind === 'reports' ? reading.reports : []
}

/** The only report of a body. */
export function reportOf(provider: string, json: unknown): ParcelReport {
  const [report, ...others] = reportsOf(provider, json)
  if (!report || others.length > 0) throw new Error('Expected exactly one report')
  return report
}

/** A vendor's body from the fixtures, read as the webhook route reads it. */
export function fixture(path: string): unknown {
  const body = readFileSync(new URL(`../../fixtures/carriers/${path}.json`, import.meta.url))
  const json = parseJson(body)
  if (!json.ok) throw new Error(json.error.message)
  return json.value
}
