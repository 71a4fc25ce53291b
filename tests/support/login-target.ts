import type { Target } from '@/db/target'
import type { Login } from './test-server'

/** The same server, another database or another role. */
export function targetOf(server: Target, database: string, login?: Login): Target {
  if (typeof server !== 'string') return { ...server, ...(login ?? {}), database }
  const url = new URL(server)
  url.pathname = `/${database}`
  if (login) {
    url.username = login.user
    url.password = login.password
  }
  return url.href
}
