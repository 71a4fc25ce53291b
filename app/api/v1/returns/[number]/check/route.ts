import { IMAGES_LIMIT_BYTES } from '@/app/_server/read-json'
import { returnAction } from '@/app/_server/returns/return-action'
import { toChecks } from '@/app/_server/returns/to-checks'
import { checkSchema } from '@/lib/api/schemas/return-action-schema'
import { checkItems } from '@/lib/services/returns/check-items'

export const POST = returnAction(
  checkSchema,
  async ({ context, shopId, ref, by, body }) => {
    const checks = await toChecks(body.items)
    return checks.ok ? checkItems(context, shopId, ref, by, checks.value) : checks
  },
  { warehouse: true, limitBytes: IMAGES_LIMIT_BYTES },
)
