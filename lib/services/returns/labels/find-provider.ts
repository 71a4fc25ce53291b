import type { LabelProvider } from '@/lib/returns/labels/label-request'
import type { ServiceSecret } from '@/lib/returns/service-secrets'
import type { ReturnSettings } from '@/lib/returns/settings'
import type { SafeFetch } from '@/lib/services/safe-fetch'
import type { CarriedMethod } from './find-method'
import { dhl } from './providers/dhl'
import { easypost } from './providers/easypost'
import { sendcloud } from './providers/sendcloud'
import { shippo } from './providers/shippo'

type Setup = {
  fetch: SafeFetch
  labels: ReturnSettings['labels']
  secrets: Partial<Record<ServiceSecret, string>>
}

type ProviderName = Exclude<CarriedMethod['provider'], 'builtin'>

/** Null: the shop has not set it up, or its secret can't be opened. */
const PROVIDERS = {
  easypost: ({ fetch, labels, secrets }) =>
    secrets.easypost ? easypost(fetch, secrets.easypost, labels.easypost ?? {}) : null,
  shippo: ({ fetch, labels, secrets }) =>
    secrets.shippo ? shippo(fetch, secrets.shippo, labels.shippo ?? {}) : null,
  sendcloud: ({ fetch, labels, secrets }) =>
    labels.sendcloud && secrets.sendcloud ? sendcloud(fetch, secrets.sendcloud, labels.sendcloud) : null,
  dhl: ({ fetch, labels, secrets }) =>
    labels.dhl && secrets.dhl && secrets.dhl_key
      ? dhl(fetch, { password: secrets.dhl, key: secrets.dhl_key }, labels.dhl)
      : null,
} as const satisfies Record<ProviderName, (setup: Setup) => LabelProvider | null>

const isProvider = (name: string): name is ProviderName => Object.hasOwn(PROVIDERS, name)

/** The way to a provider's labels with the shop's own account; null where it isn't set up. */
export const findProvider = (name: string, setup: Setup): LabelProvider | null =>
  isProvider(name) ? PROVIDERS[name](setup) : null
