/** What shows that somebody said it. Network addresses are kept as keyed hashes: comparable, not readable. */
export type Proof =
  /** Whoever held the link: the one mailed to them, or that of an order opened with its number and e-mail address. */
  | { by: 'link'; of: 'order' | 'preferences'; network: string | null }
  /** Entered into a form by somebody who need not own the address. */
  | { by: 'form'; network: string | null }
  /** Pressed on the page behind the link that was mailed for `request`, an entry of the log. */
  | { by: 'confirmation'; request: string; network: string | null }
  /** A mailbox provider's button (RFC 8058), or ours behind the same link. */
  | { by: 'one-click' }
  /** The merchant answers for it, and can find it under `reference`. */
  | { by: 'merchant'; reference: string }
