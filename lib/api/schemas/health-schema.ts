import { z } from 'zod'

/** What a load balancer hears. */
export const healthSchema = z
  .strictObject({
    status: z.literal('ok'),
    database: z.strictObject({ version: z.string(), latencyMs: z.number() }),
    queue: z.strictObject({ due: z.int(), oldestSeconds: z.int() }),
    version: z.string(),
  })
  .meta({ id: 'Health' })
