import { z } from 'zod'
import { FACT_NAMES } from './fact-names'

const scalar = z.union([z.string().max(500), z.number(), z.boolean()])

const testSchema = z.strictObject({
  fact: z.enum(FACT_NAMES),
  is: scalar.optional(),
  in: z.array(scalar).min(1).max(1000).optional(),
  /** The fact is a list, and one of these is in it. */
  has: z.array(scalar).min(1).max(1000).optional(),
  atLeast: z.union([z.number(), z.iso.date()]).optional(),
  atMost: z.union([z.number(), z.iso.date()]).optional(),
  startsWith: z.string().min(1).max(200).optional(),
})
export type Test = z.infer<typeof testSchema>

/** When a rule holds: tests of facts, and their combinations; an empty `all` always does. A fact that is unknown fulfils no test. */
export type Condition = Test | { all: Condition[] } | { any: Condition[] } | { not: Condition }

export const conditionSchema: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      testSchema.refine(
        ({ fact: _fact, ...tests }) =>
          Object.values(tests).filter((value) => value !== undefined).length === 1,
        'asks exactly one thing of the fact: is, in, has, atLeast, atMost or startsWith',
      ),
      z.strictObject({ all: z.array(conditionSchema).max(50) }),
      z.strictObject({ any: z.array(conditionSchema).min(1).max(50) }),
      z.strictObject({ not: conditionSchema }),
    ]),
  )
  .meta({ id: 'PolicyCondition' })
