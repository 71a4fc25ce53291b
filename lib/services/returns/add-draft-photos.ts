import { returnFiles } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import { newId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Draft } from '@/lib/returns/draft'
import type { DraftProblem } from '@/lib/returns/draft-change'
import { draftFields } from '@/lib/returns/draft-fields'
import { draftProblem } from '@/lib/returns/draft-problems'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import type { ChangeRefusal } from './change-draft'
import { type DraftRow, lockDraftToChange } from './lock-draft'
import { PHOTO_LIMITS, type Photo, type PhotoRefusal, readPhoto } from './read-photo'
import { saveDraft } from './save-draft'

const MAX_PHOTOS = 5

/** All items together: nobody's return needs more, and the disk is the shop's. */
const MAX_OF_DRAFT = 60

export type AskedPhotos = {
  /** Of the draft as it was shown. */
  version: number
  /** The item's key. */
  key: string
  files: readonly Uint8Array[]
}

const SAID = {
  not_picture: (field) => draftProblem(field, 'photoUnreadable'),
  too_large: (field) => draftProblem(field, 'photoTooLarge'),
  too_many_pixels: (field) =>
    draftProblem(field, 'photoTooManyPixels', { megapixels: PHOTO_LIMITS.megapixels }),
} as const satisfies Record<PhotoRefusal, (field: string) => DraftProblem>

function countProblems({ items }: Draft, { key, files }: AskedPhotos): DraftProblem[] {
  const field = draftFields.photos(key)
  const item = items.find((one) => one.key === key)
  if (!item) return [draftProblem(field, 'other')]
  if (item.photos.length + files.length > MAX_PHOTOS)
    return [draftProblem(field, 'photosTooMany', { most: MAX_PHOTOS })]
  return items.flatMap(({ photos }) => photos).length + files.length > MAX_OF_DRAFT
    ? [draftProblem(field, 'photosTooMany', { most: MAX_OF_DRAFT })]
    : []
}

type Checked = Result<DraftRow, ChangeRefusal>

async function check(
  tx: ShopTx,
  { now }: Context,
  shop: Shop,
  token: string,
  asked: AskedPhotos,
): Promise<Checked> {
  const row = await lockDraftToChange(tx, shop, token, asked.version, now())
  if (!row.ok) return row
  const problems = countProblems(row.value.draft, asked)
  return problems.length > 0 ? fail({ code: 'invalid', problems }) : row
}

async function readAll({ key, files }: AskedPhotos): Promise<Result<Photo[], ChangeRefusal>> {
  const photos: Photo[] = []
  const problems: DraftProblem[] = []
  // One after the other: unpacked pictures are large.
  for (const file of files) {
    const photo = await readPhoto(file)
    if (photo.ok) photos.push(photo.value)
    else problems.push(SAID[photo.error](draftFields.photos(key)))
  }
  const unique = [...new Map(problems.map((problem) => [problem.key, problem])).values()]
  return unique.length > 0 ? fail({ code: 'invalid', problems: unique }) : ok(photos)
}

/** Adds photos to an item: all of them, or none where one can't be taken. */
export async function addDraftPhotos(
  context: Context,
  shop: Shop,
  token: string,
  asked: AskedPhotos,
): Promise<Result<{ version: number }, ChangeRefusal>> {
  // Nobody's files are unpacked for a draft that can't take them; and none is locked while they are.
  const before = await withShop(context.db, shop.id, (tx) => check(tx, context, shop, token, asked))
  if (!before.ok) return before
  const photos = await readAll(asked)
  if (!photos.ok) return photos
  return withShop(context.db, shop.id, async (tx) => {
    const row = await check(tx, context, shop, token, asked)
    if (!row.ok) return row
    const { id, draft } = row.value
    if (photos.value.length === 0) return ok({ version: row.value.version })
    const now = context.now()
    const files = photos.value.map((photo) => ({
      shopId: shop.id,
      id: newId(),
      ownerType: 'draft' as const,
      ownerId: id,
      kind: 'photo' as const,
      part: asked.key,
      mediaType: 'image/webp',
      ...photo,
      createdAt: now,
    }))
    await tx.insert(returnFiles).values(files)
    const items = draft.items.map((item) =>
      item.key === asked.key ? { ...item, photos: [...item.photos, ...files.map((file) => file.id)] } : item,
    )
    return ok(await saveDraft(tx, shop.id, row.value, { ...draft, items }, now))
  })
}
