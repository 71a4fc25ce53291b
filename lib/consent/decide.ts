import { CHANNELS, type Channel } from './channel'
import { countryRule } from './country-rules'
import type { ConsentEntry } from './entry'
import { PURPOSES, type Purpose } from './purpose'
import { objectsToPersonalisation, standingOf } from './standing'

/** What is asked for: one purpose through one channel; a message with several asks for each. */
export type Ask = {
  purpose: Purpose
  channel: Channel
  /** The recipient's, ISO 3166-1 alpha-2; null: not known. */
  country: string | null
  /** What it advertises are the shop's own goods, like those that were bought. */
  similarGoods: boolean
  /** It says how to object, at no more than the cost of sending. */
  saysHowToObject: boolean
  /** A message of service that carries advertising besides. */
  advertises: boolean
}

/** The sale in which the shop came by the address. */
export type Sale = {
  at: Date
  /** By the shop itself, not on somebody's marketplace. */
  own: boolean
  /** When the address was given, the buyer was told clearly that its use can be objected to. */
  noticed: boolean
}

export type Recipient = { entries: readonly ConsentEntry[]; sale: Sale | null }

export type Ground =
  /** Needed to fulfil the contract: Art. 6(1)(b) GDPR. */
  | 'contract'
  /** Asked for by whoever entered the address. */
  | 'request'
  /** Shown on a page that the shopper opens. */
  | 'own_page'
  /** Art. 6(1)(a) GDPR, § 7(2) UWG. */
  | 'consent'
  /** § 7(3) UWG and what other countries made of Art. 13(2) of Directive 2002/58/EC. */
  | 'existing_customer'

export type Refusal =
  | 'advertising_in_service'
  | 'no_way_to_object'
  | 'objected'
  | 'unconfirmed'
  | 'no_consent'
  | 'not_in_country'
  | 'no_own_sale'
  | 'sale_too_old'
  | 'no_notice_at_collection'
  | 'not_similar_goods'

export type Decision =
  | {
      allowed: true
      ground: Ground
      /** False: only what doesn't depend on who reads it. */
      personal: boolean
    }
  | { allowed: false; because: Refusal }

const refuse = (because: Refusal): Decision => ({ allowed: false, because })

/** The moment so many months before another; a day that the month lacks becomes its last. */
function monthsBefore(now: Date, months: number): Date {
  const moved = new Date(now)
  moved.setUTCMonth(moved.getUTCMonth() - months)
  if (moved.getUTCDate() !== now.getUTCDate()) moved.setUTCDate(0)
  return moved
}

/** What the rule for existing customers lacks; null: nothing. */
function lackingOf({ purpose, channel, country, similarGoods }: Ask, sale: Sale | null, now: Date) {
  const about = PURPOSES[purpose]
  if (about.kind === 'service' || about.customerRule === 'never' || !CHANNELS[channel].customerRule)
    return 'no_consent'
  const { customerRule } = countryRule(country)
  if (!customerRule) return 'not_in_country'
  if (!sale?.own) return 'no_own_sale'
  if (sale.at < monthsBefore(now, customerRule.withinMonths)) return 'sale_too_old'
  if (!sale.noticed) return 'no_notice_at_collection'
  return about.customerRule === 'similar' && !similarGoods ? 'not_similar_goods' : null
}

/**
 * Decides whether somebody may be told something this way, and on what ground: by consent, else by the rule for existing
 * customers, else not. What can't be shown to be allowed is refused with its first missing condition. Not legal advice.
 */
export function decide(ask: Ask, { entries, sale }: Recipient, now: Date): Decision {
  const { purpose, channel, country } = ask
  const personal = !objectsToPersonalisation(entries)
  const service = PURPOSES[purpose].kind === 'service'
  if (service && ask.advertises) return refuse('advertising_in_service')
  if (channel === 'page') return { allowed: true, ground: service ? 'contract' : 'own_page', personal }
  const { consent, objected } = standingOf(entries, purpose, channel)
  if (!service && !ask.saysHowToObject) return refuse('no_way_to_object')
  if (objected) return refuse('objected')
  if (service && !CHANNELS[channel].serviceNeedsConsent)
    return { allowed: true, ground: purpose === 'confirmation' ? 'request' : 'contract', personal }
  const confirmed = consent === 'confirmed'
  if (confirmed || (consent === 'given' && countryRule(country).confirmation === 'advised'))
    return { allowed: true, ground: 'consent', personal }
  const lacking = lackingOf(ask, sale, now)
  if (lacking === null) return { allowed: true, ground: 'existing_customer', personal }
  return refuse(consent === 'none' ? lacking : 'unconfirmed')
}
