import { z } from 'zod'

const demoSchema = z.object({
  origin: z.string(),
  /** Where its database lies. */
  dataDirectory: z.string(),
  /** Order number → its page, as the demo printed it. */
  pages: z.record(z.string(), z.string()),
  /** What a return stands for → its page. */
  returns: z.record(z.string(), z.string()),
  /** Shop → its API key. */
  apiKeys: z.record(z.string(), z.string()),
  /** `shop provider` → where it posts; the secret is null where the vendor signs with a key pair. */
  webhooks: z.record(z.string(), z.object({ url: z.string(), secret: z.string().nullable() })),
})

/** The running demo, as far as its printed list tells of it. */
export type Demo = z.output<typeof demoSchema>

const VARIABLE = 'DOORSTEP_E2E_DEMO'

/** Hands the demo to the processes that run the tests. */
export const shareDemo = (demo: Demo): void => {
  process.env[VARIABLE] = JSON.stringify(demo)
}

/** The demo that this run has started. */
export const sharedDemo = (): Demo => demoSchema.parse(JSON.parse(process.env[VARIABLE] ?? 'null'))
