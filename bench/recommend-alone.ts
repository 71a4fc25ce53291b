import { rm } from 'node:fs/promises'
import { getContext } from '@/lib/context'
import { closeDatabase } from '@/scripts/close-database'
import { freePort } from './free-port'
import { ownEnvironment } from './own-environment'
import { readBaskets } from './read-baskets'
import { measureRecommendations } from './recommend'
import { recommendationsReport } from './report'

/** Recommendations for a file of baskets, and nothing else: no build, no server but the database. Returns the report. */
export async function recommendAlone(file: string): Promise<string[]> {
  const baskets = await readBaskets(file)
  const dataDirectory = ownEnvironment(await freePort())
  try {
    return recommendationsReport(await measureRecommendations(await getContext(), baskets))
  } finally {
    await closeDatabase()
    await rm(dataDirectory, { recursive: true, force: true })
  }
}
