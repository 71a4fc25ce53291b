import { FieldError } from '@/components/returns/choices'

type BigFieldProps = {
  id: string
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  value?: string | undefined
  type?: 'text' | 'password'
  inputMode?: 'text' | 'decimal' | 'numeric'
  autoCapitalize?: 'none' | 'characters'
}

/** A field for gloves, with its label, hint and error tied to it. */
export function BigField({
  id,
  name,
  label,
  hint,
  error,
  value,
  type = 'text',
  inputMode = 'text',
  autoCapitalize = 'none',
}: BigFieldProps) {
  const described = [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter(Boolean).join(' ')
  return (
    <div>
      <label htmlFor={id} className="block text-lg font-semibold">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="mt-0.5 text-muted">
          {hint}
        </p>
      ) : null}
      <div className="mt-2 empty:hidden">
        <FieldError id={`${id}-error`} text={error} />
      </div>
      <input
        id={id}
        name={name}
        type={type}
        defaultValue={value}
        inputMode={inputMode}
        autoComplete="off"
        autoCapitalize={autoCapitalize}
        spellCheck={false}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className="mt-3 block min-h-18 w-full rounded-brand border-3 border-edge bg-background px-5 py-3 text-2xl text-text tabular-nums aria-invalid:border-text"
      />
    </div>
  )
}
