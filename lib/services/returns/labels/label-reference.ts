type Asked = { returnId: string; box: number; voidedAt: Date | null }

/** A label that is asked for anew after one was voided is another one. */
const turnOf = ({ voidedAt }: Asked): string =>
  voidedAt ? `-${Math.floor(voidedAt.getTime() / 1000).toString(36)}` : ''

/** Under which a provider knows a box's label: the same on every try, at most 50 characters. */
export const labelReference = (asked: Asked): string => `${asked.returnId}-${asked.box}${turnOf(asked)}`

/** The same as people read it, with the return's number in it. */
export const labelName = (reference: string, returnId: string, returnNumber: string): string =>
  reference.replace(returnId, returnNumber)
