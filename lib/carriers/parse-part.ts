import { z } from 'zod'

/**
 * Parses one field of a body inside a transform, so that a body of another topic need not have its shape.
 * The issues keep their pointers; the answer is then zod's `NEVER`.
 */
export function parsePart<T>(
  schema: z.ZodType<T>,
  value: unknown,
  field: string,
  context: z.RefinementCtx,
): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  for (const { path, message } of parsed.error.issues)
    context.addIssue({ code: 'custom', path: [field, ...path], message })
  return z.NEVER
}
