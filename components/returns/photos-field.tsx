import type { Talk } from '@/lib/i18n/translator'
import { FieldError } from './choices'
import { MOST_PHOTOS } from './most-photos'
import type { ReasonItemModel } from './reasons-model'

/** Shown where the chosen reason asks for photos, or where some are there already. */
export const PHOTOS_ASKED = 'photos'

/** Photos of an item: those that are there, each with a button to take it away, and a field for more. */
export function PhotosField({
  item,
  error,
  talk: { t },
}: {
  item: ReasonItemModel
  error: string | undefined
  talk: Talk
}) {
  const { photos, fields, photosRequired } = item
  const always = photosRequired || photos.length > 0 || error !== undefined
  return (
    <div
      className={always ? 'space-y-3' : 'space-y-3 group-not-has-[[data-asks=photos]:checked]/item:hidden'}
    >
      {photos.length > 0 ? (
        <ul className="flex flex-wrap gap-4">
          {photos.map((photo) => (
            <li key={photo.id} className="w-24">
              <img
                src={photo.src}
                width={96}
                height={96}
                alt={photo.name}
                className="size-24 rounded-brand border border-line object-cover"
              />
              <button
                type="submit"
                name="do"
                value={`remove-${photo.id}`}
                aria-label={photo.remove}
                className="min-h-11 w-full cursor-pointer text-sm text-link underline underline-offset-4"
              >
                {t('returns.reasons.remove')}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {photos.length < MOST_PHOTOS ? (
        <div>
          <label htmlFor={fields.photos} className="block font-semibold">
            {photosRequired ? t('returns.reasons.photosRequired') : t('returns.reasons.photos')}
          </label>
          <p id={`${fields.photos}-hint`} className="mt-0.5 text-sm text-muted">
            {t('returns.reasons.photosHint', { most: MOST_PHOTOS })}
          </p>
          <FieldError id={`${fields.photos}-error`} text={error} />
          <input
            type="file"
            id={fields.photos}
            name={fields.photos}
            multiple
            accept="image/jpeg,image/png,image/webp"
            aria-describedby={`${error ? `${fields.photos}-error ` : ''}${fields.photos}-hint`}
            className="mt-2 block w-full cursor-pointer rounded-brand border-2 border-dashed border-edge bg-background p-2.5 text-sm text-muted file:me-4 file:min-h-11 file:cursor-pointer file:rounded-brand file:border-0 file:bg-surface file:px-4 file:font-semibold file:text-text"
          />
        </div>
      ) : null}
    </div>
  )
}
