import type { z } from 'zod'
import type { Operation } from '@/lib/api/operation'
import { CARE } from './care'
import { CONSENTS } from './consents'
import { endpoints } from './endpoints'
import { FEEDBACK } from './feedback'
import { hosts } from './hosts'
import { MEASURING } from './measuring'
import { MESSAGES } from './messages'
import { ORDERS } from './orders'
import { POLICY } from './policy'
import { PRODUCTS } from './products'
import { RETURN_MONEY } from './return-money'
import { RETURN_SETTINGS } from './return-settings'
import { RETURN_STEPS } from './return-steps'
import { RETURNS } from './returns'
import { SENT_RETURNS } from './sent-returns'
import { SERVICE } from './service'
import { SHOPPER_RETURNS } from './shopper-returns'
import { SHOPPERS } from './shoppers'
import { SLOTS } from './slots'
import { VARIANTS } from './variants'
import { VOUCHERS } from './vouchers'

/** Bodies whose schemas stand beside the services that take them. */
export type ServiceBodies = { endpoint: z.ZodType; host: z.ZodType }

/** Everything the API does, in reading order. */
export const operations = (bodies: ServiceBodies): readonly Operation[] => [
  ...SHOPPERS,
  ...SHOPPER_RETURNS,
  ...SENT_RETURNS,
  ...ORDERS,
  ...VARIANTS,
  ...POLICY,
  ...RETURNS,
  ...RETURN_STEPS,
  ...RETURN_MONEY,
  ...RETURN_SETTINGS,
  ...CARE,
  ...VOUCHERS,
  ...PRODUCTS,
  ...CONSENTS,
  ...SLOTS,
  ...MEASURING,
  ...FEEDBACK,
  ...MESSAGES,
  ...endpoints(bodies.endpoint),
  ...hosts(bodies.host),
  ...SERVICE,
]
