import sharp from 'sharp'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { pictureText } from '@/app/_server/picture-text'
import { drawStatus } from '@/app/img/_picture/draw-status'
import { statusPicture } from '@/components/page/status-picture'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { speakParcel } from '@/lib/orders/order-view'
import { emptyProjection } from '@/lib/parcels/empty-projection'
import type { Projection } from '@/lib/parcels/projection'
import { STATUS_CODES } from '@/lib/parcels/status'
import type { Shop } from '@/lib/shops/shop'
import { alpine, nordic, paris } from '@/tests/support/sample-shops'
import { promise } from '@/tests/support/samples'

const NOW = new Date('2026-11-24T09:00:00Z')

const speak = (more: Partial<Projection>, shop: Shop = nordic, locale: Locale = 'en') =>
  speakParcel(
    shop,
    locale,
    { carrier: 'dhl', number: '1', updatedAt: NOW, projection: { ...emptyProjection('outbound'), ...more } },
    NOW,
  )

const picture = (...parcels: Partial<Projection>[]) =>
  statusPicture(
    nordic.name,
    parcels.map((parcel) => speak(parcel)),
    '24 November at 10:00',
    translator(nordic, 'en'),
  )

const onTheWay = { status: 'in_transit.arrived', window: promise('2026-11-25') } satisfies Partial<Projection>
const delivered = { status: 'delivered.mailbox', final: true } satisfies Partial<Projection>
const lost = { status: 'exception.lost', attention: 'critical' } satisfies Partial<Projection>

// The first picture loads fonts and the renderer.
vi.setConfig({ testTimeout: 30_000 })

afterEach(() => vi.unstubAllGlobals())

describe('what an order’s picture says', () => {
  it('is the window of one parcel, its state below, how far it is and when the picture was drawn', () => {
    expect(picture(onTheWay)).toEqual({
      shop: 'Nordlys Audio',
      headline: 'Arrives tomorrow, Wednesday 25 November',
      note: 'Arrived at a parcel centre',
      asOf: 'As of 24 November at 10:00',
      progress: { done: 3, of: 5 },
      tone: 'calm',
    })
  })

  it('counts several parcels, names the next one, and lets one in trouble decide the colour', () => {
    expect(picture(delivered, onTheWay, onTheWay)).toMatchObject({
      headline: '1 of 3 delivered',
      note: 'Arrives tomorrow, Wednesday 25 November',
      progress: { done: 1, of: 3 },
      tone: 'calm',
    })
    expect(picture(delivered, lost).tone).toBe('critical')
    expect(picture(delivered, delivered)).toMatchObject({
      headline: 'All 2 delivered',
      note: null,
      tone: 'good',
    })
  })

  it('says of an order without a parcel that it is being made ready', () => {
    expect(picture()).toMatchObject({ headline: 'Getting ready', progress: null })
  })

  it('has words for every state of every shop', () => {
    for (const shop of [alpine, paris, nordic])
      for (const locale of shop.locales)
        for (const status of STATUS_CODES) {
          const talk = translator(shop, locale)
          const { headline, note } = statusPicture(shop.name, [speak({ status }, shop, locale)], '', talk)
          expect(pictureText(headline), `${locale} ${status}`).toBe(headline.replace('\u202f', '\u00a0'))
          expect(pictureText(note ?? ''), `${locale} ${status}`).not.toBe('')
        }
  })
})

describe('a drawn picture', () => {
  it('asks nobody for a font or an emoji, whatever a shop is called, and stays below 60 KB', async () => {
    const fetched = vi.fn(() => Promise.reject(new Error('a picture is drawn from what is here')))
    vi.stubGlobal('fetch', fetched)
    const long = `${'Zwischen Donnerstag und Samstag '.repeat(6)}🚚→✓ 山 שלום`
    const png = await drawStatus(nordic, { ...picture(onTheWay), shop: '山🏔️', headline: long, note: long })
    expect(fetched).not.toHaveBeenCalled()
    expect(png.length).toBeLessThan(60_000)
    expect(await sharp(png).metadata()).toMatchObject({ width: 1200, height: 600, hasAlpha: true })
  })

  it('keeps Latin letters with their marks, and drops what no shipped font holds', () => {
    expect(pictureText('Łódź · Çelik – “é” 10 €')).toBe('Łódź · Çelik – “é” 10 €')
    expect(pictureText('Fjäll 🏔️ 山 AB')).toBe('Fjäll AB')
  })
})
