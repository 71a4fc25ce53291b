import { createInterface } from 'node:readline'
import { embeddedServer } from '@/db/embedded/embedded-server'

/** A process of Doorstep's own beside the test's: says what it got, and ends on a line of input. */
const [dataDirectory = ''] = process.argv.slice(2)

try {
  const server = await embeddedServer({ dataDirectory })
  console.log(JSON.stringify({ pid: server.pid, adopted: server.adopted }))
  createInterface({ input: process.stdin }).once('line', () => process.exit(0))
} catch (error) {
  console.log(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }))
}
