import type { ChoiceModel } from './choice-model'

/** A switch: its whole row can be pressed. */
export function ChoiceRow({ choice: { key, title, text, note, on } }: { choice: ChoiceModel }) {
  const described = [text ? `${key}-text` : null, note ? `${key}-note` : null].filter(Boolean).join(' ')
  return (
    <div className="border-b border-line last:border-b-0 has-[:checked]:bg-surface">
      <input type="hidden" name="shown" value={key} />
      <label className="flex min-h-14 cursor-pointer items-start gap-4 px-4 py-3.5">
        <input
          type="checkbox"
          name="on"
          value={key}
          defaultChecked={on}
          aria-describedby={described || undefined}
          className="mt-px size-6 shrink-0"
        />
        <span className="min-w-0 grow pt-px leading-snug">{title}</span>
      </label>
      {text || note ? (
        <div className="-mt-2 space-y-1 ps-14 pe-4 pb-4 text-sm leading-snug">
          {text ? (
            <p id={`${key}-text`} className="text-muted">
              {text}
            </p>
          ) : null}
          {note ? <p id={`${key}-note`}>{note}</p> : null}
        </div>
      ) : null}
    </div>
  )
}
