import './load-env-files'
import { demoPlan } from '@/db/seed/demo/plan'
import { getContext } from '@/lib/context'
import { env } from '@/lib/env'
import { closeDatabase } from './close-database'
import { demoText } from './demo/print'
import { seedDemo } from './demo/seed'
import { explain } from './explain'
import { ServerError } from './http/server-error'

/** `npm run db:seed`: makes the demo shops anew through the doors of a server that runs already, `npm run dev` for one. */
async function main(): Promise<void> {
  const { demo, hostname, port } = env()
  if (!demo)
    throw new ServerError(
      'The demo’s keys and secrets are known to everybody: set DOORSTEP_DEMO=true here and for the server, which then listens on loopback alone.',
    )
  const origin = `http://${hostname}:${port}`
  const health = await fetch(`${origin}/api/health`).catch(() => null)
  if (!health?.ok)
    throw new ServerError(
      `No server answers at ${origin}: start one first, with \`DOORSTEP_DEMO=true npm run dev\`.`,
    )
  const now = new Date()
  const plan = demoPlan(now, origin)
  const seeded = await seedDemo(await getContext(), origin, plan)
  process.stdout.write(`${demoText(origin, plan, seeded, now)}\n`)
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
} finally {
  await closeDatabase()
}
