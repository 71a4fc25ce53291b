import type { Talk } from '@/lib/i18n/translator'
import { draftFields } from '@/lib/returns/draft-fields'
import { Choice } from './choice'
import { FieldError } from './choices'
import { CommentField } from './comment-field'
import { ItemHead } from './item-head'
import { PHOTOS_ASKED, PhotosField } from './photos-field'
import type { ReasonItemModel, ReasonModel } from './reasons-model'

const asks = ({ photos }: { photos: string }) => (photos === 'no' ? undefined : PHOTOS_ASKED)

/** What a reason is more precisely. */
function SubReasons({
  reason,
  error,
  id,
  talk: { t },
}: {
  reason: ReasonModel
  error: string | undefined
  id: string
  talk: Talk
}) {
  return (
    <fieldset className="min-w-0" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="text-sm text-muted">{t('returns.reasons.sub')}</legend>
      <FieldError id={`${id}-error`} text={error} />
      {reason.subReasons.map((sub, index) => (
        <label key={sub.id} className="flex min-h-11 cursor-pointer items-center gap-4 py-1.5">
          <input
            type="radio"
            id={reason.chosen && index === 0 ? id : undefined}
            name={reason.subField}
            value={sub.id}
            defaultChecked={sub.chosen}
            data-asks={asks(sub)}
            className="size-5 shrink-0"
          />
          <span className="min-w-0 leading-snug wrap-anywhere">{sub.label}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** Why one item goes back. */
export function ReasonItem({
  item,
  errorOf,
  talk,
}: {
  item: ReasonItemModel
  errorOf: (field: string) => string | undefined
  talk: Talk
}) {
  const { t } = talk
  const { fields } = item
  const subId = draftFields.subReason(item.key)
  return (
    <section className="group/item space-y-5" data-part="item">
      <fieldset
        className="min-w-0 space-y-4"
        aria-describedby={errorOf(fields.reason) ? `${fields.reason}-error` : undefined}
      >
        <legend className="w-full">
          <ItemHead item={item.head} />
          <span className="sr-only">{t('returns.reasons.legend')}</span>
        </legend>
        <FieldError id={`${fields.reason}-error`} text={errorOf(fields.reason)} />
        <div className="overflow-hidden rounded-brand border-2 border-edge">
          {item.reasons.map((reason, index) => (
            <Choice
              key={reason.id}
              id={index === 0 ? fields.reason : undefined}
              name={fields.reason}
              value={reason.id}
              checked={reason.chosen}
              label={reason.label}
              detail={reason.photos === 'required' ? t('returns.reasons.photosRequired') : null}
              asks={asks(reason)}
            >
              {reason.subReasons.length > 0 ? (
                <SubReasons
                  reason={reason}
                  error={reason.chosen ? errorOf(subId) : undefined}
                  id={subId}
                  talk={talk}
                />
              ) : null}
            </Choice>
          ))}
        </div>
      </fieldset>
      <PhotosField item={item} error={errorOf(fields.photos)} talk={talk} />
      <CommentField
        field={fields.comment}
        value={item.comment}
        required={item.commentRequired}
        error={errorOf(fields.comment)}
        talk={talk}
      />
      {item.split ? (
        <button
          type="submit"
          name="do"
          value={item.split}
          className="min-h-11 cursor-pointer text-start text-link underline underline-offset-4"
        >
          {t('returns.reasons.split')}
        </button>
      ) : null}
    </section>
  )
}
