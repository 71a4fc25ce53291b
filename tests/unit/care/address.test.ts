import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressFormat, tidyPostcode } from '@/lib/care/address-format'
import { changedFields } from '@/lib/care/changed-fields'
import { checkAddress, suggestAddress, tidyAddress } from '@/lib/care/check-address'
import { readAddress } from '@/lib/care/read-address'
import type { DeliveryAddress } from '@/lib/orders/order'

const KNOWN = 'DE AT CH FR IT NL BE LU GB IE ES PT DK SE PL CZ US'.split(' ')

const at = (countryCode: string, more: Partial<DeliveryAddress>): DeliveryAddress => ({
  name: 'Resi Huber',
  line1: 'Street 1',
  countryCode,
  ...more,
})

const kinds = (address: DeliveryAddress) => checkAddress(address).map(({ kind }) => kind)

describe('a postcode', () => {
  it('is spaced as its country does, however it was typed', () => {
    for (const [country, typed, tidied] of [
      ['NL', '1012ab', '1012 AB'],
      ['GB', 'sw1a1aa', 'SW1A 1AA'],
      ['GB', 'M1 1AE', 'M1 1AE'],
      ['IE', 'd02x285', 'D02 X285'],
      ['PT', '1100148', '1100-148'],
      ['SE', '11122', '111 22'],
      ['PL', '00001', '00-001'],
      ['CZ', '11000', '110 00'],
      ['LU', 'L-1009', '1009'],
      ['US', '100011234', '10001-1234'],
      ['DE', ' 80331 ', '80331'],
      ['DE', '8033', '8033'],
      ['JP', '100-0001', '100-0001'],
    ] as const)
      expect(tidyPostcode(typed, country), `${country} ${typed}`).toBe(tidied)
  })

  it('has an example in every country that is known, and the example is one', () => {
    for (const country of KNOWN) {
      const { example, postcode } = addressFormat(country)
      expect(postcode?.test(tidyPostcode(example ?? '', country)), country).toBe(true)
    }
    expect(addressFormat('JP')).toMatchObject({ postcode: null, example: null })
  })
})

describe('what looks unusual', () => {
  it('is a postcode that isn’t written like one', () => {
    expect(kinds(at('DE', { postalCode: '8033', city: 'München' }))).toEqual(['postcode_form'])
    expect(kinds(at('IE', { postalCode: 'D02', city: 'Dublin' }))).toEqual(['postcode_form'])
  })

  it('is a large town whose postcodes begin otherwise, whatever language it is named in', () => {
    for (const [country, city, right, wrong] of [
      ['DE', 'münchen', '80331', '10115'],
      ['DE', 'Frankfurt am Main', '65936', '15230'],
      ['AT', 'Wien', '1010', '8010'],
      ['CH', 'Genf', '1204', '8001'],
      ['FR', 'PARIS', '75011', '69001'],
      ['GB', 'London', 'E1 6AN', 'EH1 1RE'],
      ['PL', 'Łódź', '90-001', '00-001'],
      ['DK', 'København', '2100', '8000'],
    ] as const) {
      expect(kinds(at(country, { city, postalCode: right })), `${right} ${city}`).toEqual([])
      expect(kinds(at(country, { city, postalCode: wrong })), `${wrong} ${city}`).toEqual(['town'])
    }
  })

  it('isn’t a town that nobody here knows, nor another Frankfurt', () => {
    expect(kinds(at('DE', { city: 'Rosenheim', postalCode: '10115' }))).toEqual([])
    expect(kinds(at('DE', { city: 'Frankfurt (Oder)', postalCode: '15230' }))).toEqual([])
  })

  it('is a state that the ZIP code lies outside of, and only then something else is suggested', () => {
    const wrong = at('US', { city: 'Austin', region: 'ca', postalCode: '73301' })
    expect(checkAddress(wrong)).toEqual([{ kind: 'state', field: 'region', state: 'TX' }])
    expect(suggestAddress(wrong)).toEqual({ ...wrong, region: 'TX' })
    expect(checkAddress({ ...wrong, region: 'TX' })).toEqual([])
    // Connecticut's 063 has an island of New York.
    expect(kinds(at('US', { city: 'Fishers Island', region: 'NY', postalCode: '06390' }))).toEqual([])
    expect(suggestAddress(at('DE', { city: 'Berlin', postalCode: '80331' }))).toBeNull()
  })

  it('is a street without a number, where streets have some', () => {
    expect(kinds(at('DE', { line1: 'Dorfstraße', city: 'Aying', postalCode: '85653' }))).toEqual([
      'no_house_number',
    ])
    expect(kinds(at('GB', { line1: 'Rose Cottage', city: 'Aldbury', postalCode: 'HP23 5RX' }))).toEqual([])
  })
})

describe('an address of a form', () => {
  const previous = at('DE', { postalCode: '80331', city: 'München', region: 'Bayern' })
  const read = (fields: Record<string, string>) => readAddress((field) => fields[field] ?? null, previous)

  it('keeps the country, and what its country doesn’t ask for', () => {
    const { address, problems } = read({
      name: ' Resi  Huber ',
      line1: 'Sendlinger Str. 11',
      postalCode: '80 331',
      city: 'München',
      countryCode: 'FR',
      region: 'Sachsen',
    })
    expect(problems).toEqual([])
    expect(address).toMatchObject({
      name: 'Resi Huber',
      countryCode: 'DE',
      region: 'Bayern',
      postalCode: '80331',
    })
    expect(changedFields(previous, address)).toEqual(['line1'])
  })

  it('lacks what is missing, and refuses what is too long for anybody', () => {
    expect(read({}).problems.map(({ field, key }) => `${field} ${key}`)).toEqual([
      'name missing',
      'line1 missing',
      'postalCode missing',
      'city missing',
    ])
    const { problems } = read({ name: 'R', line1: 'x'.repeat(301), postalCode: '80331', city: 'München' })
    expect(problems).toEqual([{ field: 'line1', key: 'tooLong' }])
  })

  it('stays the same when it is tidied twice, and nothing that is written is refused for its doubts', () => {
    const text = fc.option(fc.string({ maxLength: 30 }))
    const address = fc.record({
      name: text,
      line1: text,
      line2: text,
      postalCode: text,
      city: fc.oneof(text, fc.constantFrom('München', 'London', 'Paris')),
      region: fc.oneof(text, fc.constantFrom('NY', 'TX')),
      countryCode: fc.constantFrom(...KNOWN, 'JP'),
    })
    fc.assert(
      fc.property(address, (written) => {
        const tidied = tidyAddress(written)
        expect(tidyAddress(tidied)).toEqual(tidied)
        const suggestion = suggestAddress(tidied)
        if (suggestion) expect(checkAddress(suggestion).filter(({ kind }) => kind === 'state')).toEqual([])
      }),
    )
  })
})
