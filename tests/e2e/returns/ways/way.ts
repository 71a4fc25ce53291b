import type { Scene } from '../scene'

/** One whole way through the portal. */
export type Way = (scene: Scene) => Promise<void>
