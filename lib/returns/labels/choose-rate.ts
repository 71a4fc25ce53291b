import { carrierSlug } from '@/lib/carriers/aliases'
import type { LabelRequest } from './label-request'

/** What a provider would sell; its service may go by several names. */
export type Rate = { id: string; carrier: string; services: readonly string[]; amount: number }

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** The cheapest rate of the asked carrier and service; null: none is offered. */
export function chooseRate(
  rates: readonly Rate[],
  { carrier, service }: Pick<LabelRequest, 'carrier' | 'service'>,
): Rate | null {
  const fitting = rates.filter(
    (rate) =>
      carrierSlug(rate.carrier) === carrier &&
      (service === null || rate.services.some((name) => plain(name) === plain(service))),
  )
  return fitting.toSorted((a, b) => a.amount - b.amount)[0] ?? null
}

/** Why none was chosen, for the merchant: what is offered, and what the carriers said. */
export function noRate(
  rates: readonly Rate[],
  { carrier, service }: Pick<LabelRequest, 'carrier' | 'service'>,
  said: readonly string[],
): string {
  const offered = rates.map((rate) => `${rate.carrier} ${rate.services[0] ?? ''}`.trim())
  return [
    `no rate of ${[carrier, service].filter(Boolean).join(' ')}`,
    `offered: ${offered.length > 0 ? [...new Set(offered)].join(', ') : 'none'}`,
    ...said,
  ].join('; ')
}
