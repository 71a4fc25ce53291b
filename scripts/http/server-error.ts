/** The server can't start; the message says why and what to do, in words for whoever runs Doorstep. */
export class ServerError extends Error {
  override name = 'ServerError'
}
