import { Icon } from '@/components/ui/icon'
import type { Talk } from '@/lib/i18n/translator'
import { FieldError } from './choices'
import type { MethodStepModel } from './method-model'

/** Which item travels in which box; closed while one is enough. */
export function BoxesField({
  model,
  error,
  talk: { t },
}: {
  model: MethodStepModel
  error: string | undefined
  talk: Talk
}) {
  if (model.boxItems.length === 0) return null
  return (
    <details
      id="boxes"
      open={model.several || error !== undefined}
      className="group/boxes rounded-brand border-2 border-edge"
      data-part="boxes"
    >
      <summary className="flex min-h-14 cursor-pointer items-center justify-between gap-x-4 px-4 py-3.5 font-semibold">
        {t('returns.method.boxes')}
        <Icon name="more" className="size-5 group-open/boxes:rotate-180" />
      </summary>
      <div className="space-y-4 border-t border-line px-4 py-4">
        <p className="leading-snug text-muted">{t('returns.method.boxesLead')}</p>
        <FieldError id="boxes-error" text={error} />
        {model.boxItems.map((item) => (
          <label key={item.key} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span className="min-w-0 grow basis-48 leading-snug wrap-anywhere">
              <span aria-hidden="true">{item.title}</span>
              <span className="sr-only">{item.label}</span>
            </span>
            <select
              id={item.field}
              name={item.field}
              defaultValue={item.box}
              className="min-h-12 rounded-brand border-2 border-edge bg-background px-4 text-text"
            >
              {model.boxes.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  )
}
