import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { AddressFields } from '@/components/care/address-fields'
import { PickupPlace } from '@/components/parcel/pickup'
import { LOCALES } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { neutralShop } from '@/lib/shops/neutral-shop'

const talkIn = (locale: (typeof LOCALES)[number]) => translator(neutralShop('https://orders.example'), locale)

const namesIn = (markup: string): string[] =>
  [...markup.matchAll(/name="(\w+)"/g)].map(([, name = '']) => name)

describe('the fields of an address', () => {
  it('stand in the order of their country, each with a label of its own in every language', () => {
    const fieldsOf = (countryCode: string, locale: (typeof LOCALES)[number] = 'en') =>
      renderToStaticMarkup(
        <AddressFields
          address={{ countryCode, city: 'Here' }}
          errorOf={() => undefined}
          talk={talkIn(locale)}
        />,
      )
    expect(namesIn(fieldsOf('DE'))).toEqual(['name', 'line1', 'line2', 'postalCode', 'city'])
    expect(namesIn(fieldsOf('GB'))).toEqual(['name', 'line1', 'line2', 'city', 'postalCode'])
    expect(namesIn(fieldsOf('US'))).toEqual(['name', 'line1', 'line2', 'city', 'region', 'postalCode'])
    expect(namesIn(fieldsOf('JP'))).toEqual(['name', 'line1', 'line2', 'postalCode', 'city', 'region'])
    for (const locale of LOCALES) {
      const labels = [...fieldsOf('US', locale).matchAll(/<label[^>]*>([^<]+)</g)].map(([, label]) => label)
      expect(new Set(labels).size, locale).toBe(6)
    }
  })

  it('can be left empty only where an address can do without', () => {
    const markup = renderToStaticMarkup(
      <AddressFields address={{ countryCode: 'IE' }} errorOf={() => undefined} talk={talkIn('en')} />,
    )
    const optional = [...markup.matchAll(/<input[^>]*>/g)]
      .map(([input]) => input)
      .filter((input) => !input.includes('required'))
    expect(optional.flatMap(namesIn)).toEqual(['line2', 'region'])
  })
})

describe('a place to collect from', () => {
  const pickup = {
    name: 'Packstation 124',
    address: null,
    lastDay: 'Last day: Friday',
    daysLeft: '3 days left',
  }
  const render = (urgent: boolean) =>
    renderToStaticMarkup(
      <PickupPlace
        pickup={{ ...pickup, hours: ['Mo–Fr 9–18', 'Sa 9–13'], urgent }}
        level={1}
        talk={talkIn('en')}
      />,
    )

  it('says when it is open, and turns urgent before the parcel goes back', () => {
    expect(render(false)).toContain('<p>Mo–Fr 9–18</p><p>Sa 9–13</p>')
    expect(render(false)).not.toContain('data-urgent')
    expect(render(true)).toContain('data-urgent="true"')
    expect(render(true)).toContain('data-tone="warn"')
  })
})
