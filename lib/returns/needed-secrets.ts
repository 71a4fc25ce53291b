import type { ServiceSecret } from './service-secrets'
import { type ReturnSettings, webhookUrlOf } from './settings'

const OF_LABELS = {
  easypost: ['easypost'],
  shippo: ['shippo'],
  sendcloud: ['sendcloud'],
  dhl: ['dhl', 'dhl_key'],
} as const satisfies Record<keyof ReturnSettings['labels'], readonly ServiceSecret[]>

const OF_MONEY = {
  webhook: [],
  shopify: ['shopify'],
  woocommerce: ['woocommerce'],
} as const satisfies Record<ReturnSettings['money']['backend'], readonly ServiceSecret[]>

const isProvider = (name: string): name is keyof typeof OF_LABELS => Object.hasOwn(OF_LABELS, name)

/** The secrets without which the services that a shop has chosen can't work. */
export const neededSecrets = (settings: ReturnSettings): ServiceSecret[] => [
  ...Object.entries(settings.labels).flatMap(([name, chosen]) =>
    chosen && isProvider(name) ? OF_LABELS[name] : [],
  ),
  ...OF_MONEY[settings.money.backend],
  ...(webhookUrlOf(settings) === null ? [] : (['webhook'] as const)),
]
