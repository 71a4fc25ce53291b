import { z } from 'zod'

const browserSchema = z.object({ path: z.string(), flags: z.array(z.string()) })

const VARIABLE = 'DOORSTEP_E2E_BROWSER'

/** Hands the browser that was found to the processes that run the tests: looking for it starts one. */
export const shareBrowser = (browser: z.output<typeof browserSchema>): void => {
  process.env[VARIABLE] = JSON.stringify(browser)
}

export const sharedBrowser = () => browserSchema.parse(JSON.parse(process.env[VARIABLE] ?? 'null'))
