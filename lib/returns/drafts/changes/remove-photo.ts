import { fail, ok } from '@/lib/core/result'
import { draftFields } from '@/lib/returns/draft-fields'
import { draftProblem } from '@/lib/returns/draft-problems'
import type { DraftView } from '@/lib/returns/draft-view'
import type { Changed } from './changed'

/** Takes a photo off its item. */
export const removePhoto = ({ draft }: DraftView, photo: string): Changed =>
  draft.items.some(({ photos }) => photos.includes(photo))
    ? ok({
        ...draft,
        items: draft.items.map((item) => ({ ...item, photos: item.photos.filter((id) => id !== photo) })),
      })
    : fail([draftProblem(draftFields.items, 'other')])
