import { z } from 'zod'

const fieldErrorSchema = z.strictObject({
  pointer: z.string().describe('RFC 6901 pointer into the body.'),
  code: z.string(),
  detail: z.string(),
})

/** Every error of the API: https://www.rfc-editor.org/rfc/rfc9457 */
export const problemSchema = z
  .strictObject({
    type: z.string().describe('`urn:doorstep:error:` and the code.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    version: z.int().optional().describe('The present version, where another was named (`stale`).'),
    errors: z.array(fieldErrorSchema).optional().describe('The fields that can’t be used.'),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details.' })
