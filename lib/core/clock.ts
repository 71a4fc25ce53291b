/** The current instant as an argument: tests and replays hand in their own. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()
