/** Whether a text is one of a closed list. */
export const isKnown = <T extends string>(list: readonly T[], text: string): text is T =>
  list.some((one) => one === text)
