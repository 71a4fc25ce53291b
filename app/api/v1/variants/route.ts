import { after } from 'next/server'
import { merchantHandler } from '@/app/_server/merchant-handler'
import { readJson } from '@/app/_server/read-json'
import { variantsBodySchema } from '@/lib/returns/variants-body'
import { fetchMedia } from '@/lib/services/fetch-media'
import { writeVariants } from '@/lib/services/returns/write-variants'

export const PUT = merchantHandler(async ({ context, shopId, request }) => {
  const body = await readJson(request, variantsBodySchema)
  if (!body.ok) return body.error
  const { written, pictures } = await writeVariants(context, shopId, body.value)
  after(async () => {
    for (const picture of pictures) await fetchMedia(context, shopId, picture)
  })
  return Response.json({ written }, { headers: { 'cache-control': 'no-store' } })
})
