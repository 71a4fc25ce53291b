import './load-env-files'
import { getContext } from '@/lib/context'
import { closeDatabase } from './close-database'
import { explain } from './explain'
import { runVerb } from './run-verb'

/** `npm run doorstep -- <verb>`; may run beside the server. */
const line = (stream: NodeJS.WriteStream) => (text: string) => {
  stream.write(`${text}\n`)
}

try {
  const io = { context: getContext, out: line(process.stdout), err: line(process.stderr) }
  process.exitCode = await runVerb(process.argv.slice(2), io)
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
} finally {
  await closeDatabase()
}
