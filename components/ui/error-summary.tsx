import { Icon } from './icon'

/** What is wrong with a form, on top of it, each entry leading to its field. */
export function ErrorSummary({
  title,
  errors,
}: {
  title: string
  errors: readonly { field: string; text: string }[]
}) {
  if (errors.length === 0) return null
  return (
    <div
      role="alert"
      tabIndex={-1}
      data-part="errors"
      data-tone="critical"
      className="flex gap-4 rounded-brand border-2 border-mark bg-ground p-5 text-words"
    >
      <Icon name="critical" className="size-6 text-mark" />
      <div>
        <h2 className="font-semibold">{title}</h2>
        <ul className="mt-1 space-y-1">
          {errors.map((error) => (
            <li key={error.field}>
              <a href={`#${error.field}`} className="inline-block py-1 underline underline-offset-4">
                {error.text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
