import { ApiOperation, type ApiOperationProps } from './api-operation'

export type ApiPageProps = {
  /** CSS texts, each printed in a `<style>` of its own so that a policy can name its hash. */
  styles: readonly string[]
  /** What the description says of the whole. */
  introduction: string
  /** The description for programs. */
  descriptionHref: string
  /** Operations by their tag, in reading order. */
  groups: readonly { tag: string; description: string; operations: readonly ApiOperationProps[] }[]
}

/** The API for people: one document, nothing in it moves. */
export function ApiPage({ styles, introduction, descriptionHref, groups }: ApiPageProps) {
  return (
    <html lang="en">
      {/* biome-ignore lint/style/noHeadElement: a whole document, with no framework around it. */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>Doorstep API</title>
        <meta name="description" content="What the JSON API of Doorstep takes and answers." />
        {styles.map((css) => (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: CSS of our own.
          <style key={css.slice(0, 40)} dangerouslySetInnerHTML={{ __html: css }} />
        ))}
      </head>
      <body>
        <main>
          <h1>Doorstep API</h1>
          <p>{introduction}</p>
          <p>
            For programs: <a href={descriptionHref}>OpenAPI 3.1</a>.
          </p>
          <nav aria-label="Operations">
            <ul>
              {groups.flatMap(({ operations }) =>
                operations.map(({ operation: { id, summary } }) => (
                  <li key={id}>
                    <a href={`#${id}`}>{summary}</a>
                  </li>
                )),
              )}
            </ul>
          </nav>
          {groups.map(({ tag, description, operations }) => (
            <section key={tag}>
              <h2>{tag}</h2>
              <p>{description}</p>
              {operations.map((props) => (
                <ApiOperation key={props.operation.id} {...props} />
              ))}
            </section>
          ))}
        </main>
      </body>
    </html>
  )
}
