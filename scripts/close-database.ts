/** Lets the database go, where this process has it; never opens it. */
export async function closeDatabase(): Promise<void> {
  const open = await globalThis.doorstepConnection?.opening.catch(() => null)
  await open?.close()
}
