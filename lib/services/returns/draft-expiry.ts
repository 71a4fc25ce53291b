const DAY_MS = 24 * 3600 * 1000
const DRAFT_DAYS = 7

/** When a draft that is touched now is forgotten. */
export const draftExpiry = (now: Date): Date => new Date(now.getTime() + DRAFT_DAYS * DAY_MS)
