import { z } from 'zod'

/** As many characters as a shopper may write. */
export const LONGEST_FEEDBACK = 2000

const comment = z
  .string()
  .trim()
  // Forms send line ends as two characters, which the field counts as one.
  .transform((text) => text.replace(/\r\n?/g, '\n'))
  .pipe(z.string().max(LONGEST_FEEDBACK))
  .transform((text) => text || null)
  .nullable()

const scale = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .pipe(z.number().min(from).max(to))

const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stars'), value: scale(1, 5), comment }),
  z.object({ kind: z.literal('nps'), value: scale(0, 10), comment }),
])

/** What a shopper answers. */
export type FeedbackAnswer = z.output<typeof answerSchema>

/** The answer of a form; null for what none of ours sends. */
export function readAnswer(form: URLSearchParams): FeedbackAnswer | null {
  const fields = { kind: form.get('kind'), value: form.get('value'), comment: form.get('comment') }
  return answerSchema.safeParse(fields).data ?? null
}
