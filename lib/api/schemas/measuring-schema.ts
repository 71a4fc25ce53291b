import { z } from 'zod'

const intervalSchema = z
  .strictObject({ low: z.number(), value: z.number(), high: z.number() })
  .describe('Shares: 0.05 is one in twenty. The range holds the true one in 95 of 100 cases.')

const variantSchema = z.strictObject({
  variant: z.string(),
  views: z.int().describe('How often a page was sent with it: reloads and robots too.'),
  clicks: z.int(),
  orders: z.int().describe('Orders whose `sourceToken` names it.'),
  value: z.record(z.string(), z.int()).describe('What was paid for their lines, in minor units by currency.'),
  clickShare: intervalSchema,
  difference: intervalSchema.nullable().describe('To the first variant; null: it is the first.'),
  verdict: z.enum(['not_enough_data', 'better', 'worse', 'no_difference']).nullable(),
  stopped: z
    .strictObject({ at: z.iso.datetime(), harm: z.string().describe('`returns` or `complaints`.') })
    .nullable()
    .describe('It did harm and isn’t given to anybody any more.'),
})

/** What a slot brought, by variant. */
export const slotResultsSchema = z
  .strictObject({ slot: z.string(), since: z.iso.date(), variants: z.array(variantSchema) })
  .meta({ id: 'SlotResults' })
export type SlotResults = z.infer<typeof slotResultsSchema>

/** What stands behind the `?`. */
export const resultsQuerySchema = z.strictObject({
  since: z.iso.date().refine((day) => day >= '2000', 'lies before 2000'),
  locale: z.string().optional(),
})
