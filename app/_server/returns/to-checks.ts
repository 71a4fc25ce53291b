import type { z } from 'zod'
import type { checkSchema } from '@/lib/api/schemas/return-action-schema'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Check } from '@/lib/services/returns/check-item'
import { type PhotoRefusal, readPhoto } from '@/lib/services/returns/read-photo'

type Asked = z.output<typeof checkSchema>['items']

export type PhotoProblem = { code: 'photo'; key: string; photo: PhotoRefusal }

/** What a warehouse says, with its pictures made anew; one after the other, unpacked they are large. */
export async function toChecks(items: Asked): Promise<Result<Check[], PhotoProblem>> {
  const checks: Check[] = []
  for (const { key, grade, disposition = null, deduction, photo } of items) {
    const read = photo ? await readPhoto(Buffer.from(photo, 'base64')) : null
    if (read && !read.ok) return fail({ code: 'photo', key, photo: read.error })
    checks.push({
      key,
      grade,
      disposition,
      deduction: deduction?.amount ?? 0,
      deductionReason: deduction?.reason ?? null,
      photos: read ? [{ ...read.value, mediaType: 'image/webp' }] : [],
    })
  }
  return ok(checks)
}
