import { createConfig, lintFromString } from '@redocly/openapi-core'
import { describe, expect, it } from 'vitest'
import { SERVICE_BODIES } from '@/app/_server/api-description'
import { describeApi } from '@/lib/api/openapi/describe-api'
import { operations } from '@/lib/api/operations'

const DESCRIPTION = describeApi('https://parcels.shop.example', SERVICE_BODIES)

/** Nothing is asked of whoever reads these, so nothing about the asking can be wrong. */
const CANNOT_BE_REFUSED = operations(SERVICE_BODIES).flatMap(({ access, method, path }) =>
  access === 'open' ? [`#/paths/${path.replaceAll('/', '~1')}/${method}/responses`] : [],
)

/** What is wrong with a document by the strict rules, as `rule at place: sentence`. */
async function faultsOf(document: unknown): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended-strict'] })
  const problems = await lintFromString({ source: JSON.stringify(document), config })
  return problems.map(
    ({ ruleId, message, location }) => `${ruleId} at ${location[0]?.pointer ?? '#'}: ${message}`,
  )
}

describe('the description under Redocly’s strict rules', () => {
  it('has no fault but that what nobody can be refused tells of no refusal', async () => {
    expect(await faultsOf(DESCRIPTION)).toEqual(
      CANNOT_BE_REFUSED.map((place) => expect.stringMatching(`^operation-4xx-response at ${place}:`)),
    )
  }, 30_000)

  it('is looked at: a path that nobody describes and a name used twice are found', async () => {
    const broken = {
      ...DESCRIPTION,
      paths: {
        ...DESCRIPTION.paths,
        '/api/v1/broken/{missing}': {
          get: { operationId: 'readOrder', responses: { 200: { description: 'Fine.' } } },
        },
      },
    }
    const rules = (await faultsOf(broken)).map((fault) => fault.split(' ')[0])
    expect(rules).toEqual(
      expect.arrayContaining([
        'path-parameters-defined',
        'operation-operationId-unique',
        'operation-summary',
      ]),
    )
  }, 30_000)
})
