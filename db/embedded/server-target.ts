import type { LocalTarget } from '@/db/target'
import type { Address } from './address'
import type { ServerFile } from './server-file'

export const DATABASE = 'doorstep'

/** The three roles: who sets up, who owns the tables, who works with the rows. */
export const ROLES = { superuser: 'postgres', owner: 'doorstep_owner', app: 'doorstep_app' } as const
export type Role = keyof typeof ROLES

/** How to reach a database of the embedded server as one of its roles. */
export const serverTarget = (
  address: Address,
  file: ServerFile,
  role: Role,
  database = DATABASE,
): LocalTarget => ({
  ...address,
  user: ROLES[role],
  password: file.passwords[role],
  database,
})
