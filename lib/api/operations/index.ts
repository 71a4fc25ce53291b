import type { z } from 'zod'
import type { Operation } from '@/lib/api/operation'
import { endpoints } from './endpoints'
import { hosts } from './hosts'
import { ORDERS } from './orders'
import { POLICY } from './policy'
import { RETURN_SETTINGS } from './return-settings'
import { SERVICE } from './service'
import { SHOPPERS } from './shoppers'
import { VARIANTS } from './variants'

/** Bodies whose schemas stand beside the services that take them. */
export type ServiceBodies = { endpoint: z.ZodType; host: z.ZodType }

/** Everything the API does, in reading order. */
export const operations = (bodies: ServiceBodies): readonly Operation[] => [
  ...SHOPPERS,
  ...ORDERS,
  ...VARIANTS,
  ...POLICY,
  ...RETURN_SETTINGS,
  ...endpoints(bodies.endpoint),
  ...hosts(bodies.host),
  ...SERVICE,
]
