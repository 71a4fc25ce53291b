/** The embedded database can't be had; the message says why and what to do, in words for whoever runs Doorstep. */
export class EmbeddedError extends Error {
  override name = 'EmbeddedError'
}
