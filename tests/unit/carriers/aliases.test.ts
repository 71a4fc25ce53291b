import { describe, expect, it } from 'vitest'
import { CARRIER_SPELLINGS, carrierName, carrierSlug } from '@/lib/carriers/aliases'

describe('a vendor’s carrier name', () => {
  it.each([
    ['dhl-germany', 'dhl'],
    ['dhl_germany', 'dhl'],
    ['DHL', 'dhl'],
    ['DHLExpress', 'dhl-express'],
    ['dhl_express', 'dhl-express'],
    ['DhlEcs', 'dhl-ecommerce'],
    ['deutsch-post', 'deutsche-post'],
    ['Deutsche Post', 'deutsche-post'],
    ['UPS', 'ups'],
    ['FedEx', 'fedex'],
    ['USPS', 'usps'],
    ['stamps_com', 'usps'],
    ['dpd-de', 'dpd'],
    ['DPDUK', 'dpd'],
    ['gls', 'gls'],
    ['hermes-de', 'hermes'],
    ['myhermes-uk', 'evri'],
    ['RoyalMail', 'royal-mail'],
    ['chronopost-france', 'chronopost'],
    ['Österreichische Post', 'austrian-post'],
    ['ÉCLAIR Coursier', 'eclair-coursier'],
  ])('%s is %s', (vendorName, slug) => {
    expect(carrierSlug(vendorName)).toBe(slug)
  })

  it.each([[null], [undefined], [''], ['  '], ['---'], ['顺丰']])('%j is unknown', (vendorName) => {
    expect(carrierSlug(vendorName)).toBe('unknown')
  })

  it('that nobody knows becomes a slug of its own, short and stable', () => {
    expect(carrierSlug('Bergbahn & Söhne (Tirol)')).toBe('bergbahn-sohne-tirol')
    expect(carrierSlug('constructor')).toBe('constructor')
    expect(carrierSlug('x'.repeat(500))).toHaveLength(64)
    expect(carrierSlug(carrierSlug('Bergbahn & Söhne'))).toBe(carrierSlug('Bergbahn & Söhne'))
  })
})

describe('the table', () => {
  it('has no spelling under two carriers', () => {
    const spellings = CARRIER_SPELLINGS.map(([spelling]) => spelling)
    expect(spellings.filter((spelling, index) => spellings.indexOf(spelling) !== index)).toEqual([])
  })

  it('keeps every slug and every display name for what it is', () => {
    for (const [, slug] of CARRIER_SPELLINGS) {
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(carrierSlug(slug)).toBe(slug)
      expect(carrierSlug(carrierName(slug))).toBe(slug)
    }
  })

  it('names carriers for people, unknown ones in capitalised words', () => {
    expect(carrierName('royal-mail')).toBe('Royal Mail')
    expect(carrierName('austrian-post')).toBe('Österreichische Post')
    expect(carrierName('bergbahn-sohne')).toBe('Bergbahn Sohne')
  })
})
