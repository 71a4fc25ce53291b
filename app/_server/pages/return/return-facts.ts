import type { FollowFacts, FollowLinks } from '@/components/returns/follow/follow-facts'
import { carrierLink } from '@/lib/carriers/links'
import { carrierWords } from '@/lib/i18n/carrier-words'
import { sayPhrase } from '@/lib/i18n/say-phrase'
import type { Talk } from '@/lib/i18n/translator'
import { speakParcel } from '@/lib/orders/order-view'
import { dayIn } from '@/lib/returns/add-days'
import { nextState } from '@/lib/returns/machine'
import { refundClock } from '@/lib/returns/refund-clock'
import type { Return } from '@/lib/returns/return'
import type { Context } from '@/lib/services/context'
import { openPaymentCode } from '@/lib/services/returns/money/payment-code'
import { addressesOf, mediaAddress, onSameHost, type Stand } from '@/lib/shops/addresses'
import type { Shop } from '@/lib/shops/shop'
import type { OpenReturn } from './open-return'

type Place = { shop: Shop; stand: Stand; token: string; talk: Talk }

function linksOf({ shop, stand, token, talk: { locale } }: Place, { number }: Return): FollowLinks {
  const addresses = addressesOf(stand)
  const part = (name: Parameters<typeof addresses.returnPart>[3]) =>
    addresses.returnPart(locale, token, number, name)
  return {
    label: (box, form) => addresses.label(locale, token, number, box, form),
    code: (box, form) => addresses.labelCode(locale, token, number, box, form),
    file: (id) => addresses.returnFile(locale, token, number, id),
    calendar: part('last-day.ics'),
    cancel: part('cancel'),
    method: part('method'),
    contest: (key) => `${part('contest')}?item=${encodeURIComponent(key)}`,
    choice: (key) => `${part('choice')}?item=${encodeURIComponent(key)}`,
    again: addresses.returns(locale),
    picture: ({ id, width, height }) => ({
      src: onSameHost(stand, mediaAddress(shop.slug, id)),
      width,
      height,
    }),
  }
}

/** Whether nobody has scanned it yet, and the event can still happen. */
const isOpenFor = ({ state, sentAt }: Return, event: 'cancel' | 'change_method'): boolean =>
  sentAt === null && nextState(state, event).ok

/** Whether money has moved or a new item has left, or may have: then it can't be called off any more (`cancelReturn`). */
const hasLeft = ({ payments }: Return): boolean =>
  payments.some(({ kind, state }) =>
    kind === 'charge' ? state === 'sent' : state === 'asked' || state === 'waiting' || state === 'sent',
  )

function methodOf({ back, policy }: OpenReturn, talk: Talk, today: string): FollowFacts['method'] {
  const known = policy?.methods.find(({ id }) => id === back.method.id)
  const slug = known && 'carrier' in known ? known.carrier : (back.boxes[0]?.carrier ?? null)
  return {
    kind: back.method.kind,
    carrier: slug && carrierWords(slug, talk),
    instructions: known?.instructions ? sayPhrase({ own: known.instructions }, talk, { today }) : null,
  }
}

function destinationOf({ back, policy }: OpenReturn): string[] {
  const place = policy?.destinations.find(({ id }) => id === back.destination) ?? policy?.destinations[0]
  if (!place) return []
  const { name, line1, line2, postalCode, city, countryCode } = place
  return [name, line1, line2 ?? '', `${postalCode} ${city}`, countryCode].filter((line) => line !== '')
}

/** Parcels that somebody has reported; a number that was only made is no news. */
function parcelsOf({ boxes }: Return, { shop, talk }: Place, now: Date): FollowFacts['parcels'] {
  return boxes.flatMap(({ box, carrier, number, shipment }) => {
    if (!shipment || carrier === null || number === null || shipment.projection.timeline.length === 0)
      return []
    const parcel = { carrier, number, projection: shipment.projection, updatedAt: shipment.updatedAt }
    const { view } = speakParcel(shop, talk.locale, parcel, now)
    const facts = {
      view: { ...view, direction: 'inbound' as const },
      carrierName: carrierWords(carrier, talk),
      carrierUrl: carrierLink(carrier, number),
      number,
    }
    return [{ box, facts }]
  })
}

/** Everything that the page of a return is made of, now. */
export function returnFacts(open: OpenReturn, place: Place, { keyring, now }: Context): FollowFacts {
  const { back, policy, unavailable } = open
  const { shop, talk } = place
  const at = now()
  const today = dayIn(at, shop.timeZone)
  const mayChange = back.method.kind === 'own_carrier' || back.decision.methods.length > 1
  return {
    // What is owed no longer is the merchant's concern alone.
    back: { ...back, payments: back.payments.filter(({ state }) => state !== 'withdrawn') },
    today,
    clock: refundClock(back, at, shop.timeZone),
    method: methodOf(open, talk, today),
    destination: destinationOf(open),
    parcels: parcelsOf(back, place, at),
    reviewReasons:
      back.state === 'needs_review'
        ? back.decision.review.map((phrase) => sayPhrase(phrase, talk, { today }))
        : [],
    codes: Object.fromEntries(
      back.payments.flatMap(({ id, sealedCode }) =>
        sealedCode === null ? [] : [[id, openPaymentCode(keyring, shop.id, id, sealedCode)]],
      ),
    ),
    unavailable,
    may: {
      cancel: isOpenFor(back, 'cancel') && !hasLeft(back),
      method: policy !== null && mayChange && isOpenFor(back, 'change_method'),
    },
    links: linksOf(place, back),
  }
}
