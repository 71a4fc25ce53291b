import type { Operation } from '@/lib/api/operation'
import { ERROR_CODES, type ErrorCode } from '@/lib/core/error-codes'

const ACCESS = {
  merchant: 'With a key of the shop.',
  shopper: 'Without a key.',
  open: 'For anybody.',
} as const satisfies Record<Operation['access'], string>

export type Parameter = { name: string; place: string; description: string }

type ExampleProps = { title: string; value: unknown }

function Example({ title, value }: ExampleProps) {
  return (
    <details>
      <summary>{title}</summary>
      {/* Long lines scroll: the keyboard must reach them. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls. */}
      <pre tabIndex={0}>
        <code>{JSON.stringify(value, null, 2)}</code>
      </pre>
    </details>
  )
}

export type ApiOperationProps = {
  operation: Operation
  parameters: readonly Parameter[]
  problems: readonly ErrorCode[]
}

/** One method at one address, for people. */
export function ApiOperation({ operation, parameters, problems }: ApiOperationProps) {
  const { id, method, path, summary, description, access, body, answers } = operation
  return (
    <article id={id}>
      <h3>{summary}</h3>
      <p>
        <code>
          <strong>{method.toUpperCase()}</strong> {path}
        </code>
      </p>
      <p>
        {description} {ACCESS[access]}
      </p>
      {parameters.length > 0 ? (
        <>
          <h4>Parameters</h4>
          <ul>
            {parameters.map(({ name, place, description }) => (
              <li key={name}>
                <code>{name}</code> ({place}): {description}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {body ? (
        <>
          <h4>Body</h4>
          <p>{body.description}</p>
          <Example title="Example of a body" value={body.example} />
        </>
      ) : null}
      <h4>Answers</h4>
      <ul>
        {Object.entries(answers).map(([status, answer]) => (
          <li key={status}>
            <code>{status}</code> {answer.description}
            {answer.example === undefined ? null : (
              <Example title="Example of an answer" value={answer.example} />
            )}
          </li>
        ))}
        {problems.map((code) => (
          <li key={code}>
            <code>
              {ERROR_CODES[code].status} {code}
            </code>{' '}
            {ERROR_CODES[code].title}.
          </li>
        ))}
      </ul>
    </article>
  )
}
