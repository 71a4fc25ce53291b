import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseShopId } from '@/lib/core/ids'
import { translator } from '@/lib/i18n/translator'
import { evaluateLine } from '@/lib/returns/policy/evaluate-line'
import { lintPolicy } from '@/lib/returns/policy/lint-policy'
import { policySchema } from '@/lib/returns/policy/schema'
import { caseAnswer } from './case-answer'
import { caseFacts } from './case-facts'

const FOLDER = new URL('../../../fixtures/policies/', import.meta.url).pathname
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''))

const read = (file: string): string => readFileSync(`${FOLDER}${file}`, 'utf8')

const talk = translator(
  {
    id: parseShopId('019aa5c2-6a58-7c1e-9d3b-0f6f2f0b7a11'),
    version: 1,
    address: 'informal',
    wording: {},
    timeZone: 'Europe/Berlin',
  },
  'en',
)

/** The rows of a table: what its three columns say. */
const casesOf = (name: string): { situation: string; given: string; answer: string }[] =>
  read(`${name}.md`)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => {
      const [, situation = '', given = '', answer = ''] = line.split('|').map((cell) => cell.trim())
      return { situation, given, answer }
    })

const policyOf = (name: string) => policySchema.parse(JSON.parse(read(`${name}.json`)))

describe.each(names)('the policy %s', (name) => {
  const policy = policyOf(name)

  it.each(casesOf(name))('$situation', ({ given, answer }) => {
    const facts = caseFacts(given)
    const said = caseAnswer(evaluateLine(policy, facts), talk, facts.today)
    const expected = answer.split(';').map((part) => part.trim())
    // Only the statements that the table makes are compared; what is missing shows everything that was said instead.
    const missing = expected.filter((statement) => !said.includes(statement))
    expect(missing.length > 0 ? { missing, said } : { missing }).toEqual({ missing: [] })
    expect(expected[0]).toMatch(/^(yes |no: )/)
  })

  it('is one that a shop could store, but for the one that breaks the law', () => {
    const errors = lintPolicy(policy, { locales: ['en'] }).filter(({ severity }) => severity === 'error')
    const codes = [...new Set(errors.map(({ code }) => code))]
    expect(codes.sort()).toEqual(
      name === 'withdrawal' ? ['credit_only', 'fee_on_withdrawal', 'window_below_statutory'] : [],
    )
  })
})

it('at least sixty cases are worked out', () => {
  expect(names.flatMap(casesOf).length).toBeGreaterThanOrEqual(60)
})
