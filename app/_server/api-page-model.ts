import type { ApiPageProps } from '@/components/api/api-page'
import { PARAMETERS } from '@/lib/api/openapi/components'
import { problemsOf } from '@/lib/api/openapi/problems-of'
import { type Operation, TAGS } from '@/lib/api/operation'

const parametersOf = ({ parameters, query = [], shared = [] }: Operation) => [
  ...parameters.map(({ name, description }) => ({ name, place: 'path', description })),
  ...query.map(({ name, description }) => ({ name, place: 'query', description })),
  ...shared.map((name) => {
    const { name: written, in: place, description } = PARAMETERS[name]
    return { name: written, place, description }
  }),
]

/** The operations as the API's page shows them. */
export const apiGroups = (operations: readonly Operation[]): ApiPageProps['groups'] =>
  Object.entries(TAGS).map(([tag, description]) => ({
    tag,
    description,
    operations: operations
      .filter((operation) => operation.tag === tag)
      .map((operation) => ({
        operation,
        parameters: parametersOf(operation),
        problems: problemsOf(operation),
      })),
  }))
