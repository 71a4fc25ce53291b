/** A field of a body that can't be used; `detail` says so in the asked language where a shopper has to read it. */
export type FieldFault = { pointer: string; code: string; detail: string }

/** What the server says of a refusal (RFC 9457). */
export type Problem = {
  status: number
  /** `urn:doorstep:error:<code>`; `about:blank` where something in between has answered. */
  type: string
  title: string
  detail: string | null
  /** The fields that can't be used, by JSON pointer into the body. */
  errors: readonly FieldFault[]
  /** Whole seconds that the server asks to wait; null when it doesn't say. */
  retryAfterSeconds: number | null
}

/** An answer as a value: only a network that is away, an abort or a broken body is thrown. */
export type Answer<T> =
  | { ok: true; value: T; etag: string | null }
  | { ok: false; error: 'not_modified' }
  | { ok: false; error: 'not_found' }
  | { ok: false; error: 'problem'; problem: Problem }
