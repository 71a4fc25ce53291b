/** Where a server is and who we are there: an address like `postgres://…`, or the parts of one on this machine. */
export type Target = string | LocalTarget

export type LocalTarget = {
  /** A directory with the server's socket, or a loopback address. */
  host: string
  port: number
  user: string
  password: string
  database: string
}
