/** Does `work`, and answers null where it fails with just this code of the system: somebody else was quicker. */
export function despite<T>(code: string, work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === code) return null
    throw error
  }
}
