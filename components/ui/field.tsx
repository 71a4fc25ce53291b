export type FieldProps = {
  id: string
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  value?: string | undefined
  inputMode?: 'text' | 'numeric' | 'email'
  autoComplete?: string
  optional?: boolean
}

/** A text field with its label, hint and error, each tied to it for those who listen. */
export function Field({
  id,
  name,
  label,
  hint,
  error,
  value,
  inputMode = 'text',
  autoComplete = 'off',
  optional = false,
}: FieldProps) {
  const described = [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter(Boolean).join(' ')
  return (
    <div>
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="mt-0.5 text-sm text-muted">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p
          id={`${id}-error`}
          data-tone="critical"
          className="mt-1 border-s-4 border-mark ps-3 font-medium text-text"
        >
          {error}
        </p>
      ) : null}
      <input
        id={id}
        name={name}
        defaultValue={value}
        required={!optional}
        inputMode={inputMode}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className="mt-2 block min-h-12 w-full rounded-brand border-2 border-edge bg-background px-4 py-2.5 text-lg text-text aria-invalid:border-text"
      />
    </div>
  )
}
