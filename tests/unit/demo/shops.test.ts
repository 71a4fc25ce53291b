import { existsSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { demoShops } from '@/db/seed/demo/shops'
import { carriers } from '@/lib/carriers'
import { checkWording } from '@/lib/i18n/check-wording'
import { shopSettingsSchema } from '@/lib/shops/shop'
import { RESERVED_SLUGS, slugSchema } from '@/lib/shops/slug'

const shops = Object.entries(demoShops)
const endpoints = shops.flatMap(([, shop]) => shop.endpoints)

describe.each(shops)('the demo shop %s', (slug, shop) => {
  it('has settings that the schema takes as they are', () => {
    expect(shopSettingsSchema.parse(shop.settings)).toEqual(shop.settings)
  })

  it('has a slug of its own that no reserved address hides', () => {
    expect(shop.slug).toBe(slug)
    expect(slugSchema.safeParse(slug).success).toBe(true)
    expect(RESERVED_SLUGS.has(slug)).toBe(false)
  })

  it('has the documented key', () => {
    expect(shop.apiKey).toBe(`ds_demo_${slug}`)
  })

  it('speaks its default language', () => {
    expect(shop.settings.locales).toContain(shop.settings.defaultLocale)
  })

  it('words only messages that exist, in languages it speaks', () => {
    expect(Object.keys(shop.settings.wording).length).toBeGreaterThan(0)
    expect(checkWording(shop.settings.wording)).toEqual([])
    for (const locale of Object.keys(shop.settings.wording)) expect(shop.settings.locales).toContain(locale)
  })

  it('links to reserved domains only', () => {
    const text = JSON.stringify(shop.settings)
    const hosts = [...text.matchAll(/https?:\/\/([^/"]+)|@([^"]+)"/g)].map((match) => match[1] ?? match[2])
    expect(hosts.length).toBeGreaterThan(5)
    for (const host of hosts) expect(host).toMatch(/\.example\.org$/)
  })

  it('has a small logo of its own for light and for dark', () => {
    const { light, dark } = shop.settings.brand.logo
    expect(light).not.toBe(dark)
    for (const logo of [light, dark]) {
      expect(existsSync(`public${logo}`)).toBe(true)
      expect(statSync(`public${logo}`).size).toBeLessThan(3 * 1024)
    }
  })
})

describe('the demo’s webhook addresses', () => {
  it('have ids that occur once', () => {
    expect(new Set(endpoints.map(({ id }) => id)).size).toBe(endpoints.length)
    for (const { id } of endpoints) expect(id).toMatch(/^[0-9a-f]{32}$/)
  })

  it('cover every provider', () => {
    expect(new Set(endpoints.map(({ provider }) => provider))).toEqual(new Set(carriers.keys()))
  })

  it('have a secret of their own, except where the vendor signs with a key pair', () => {
    for (const { provider, secret } of endpoints)
      expect(secret === null).toBe(carriers.get(provider)?.signature.kind === 'rsa-jwks')
    const secrets = endpoints.flatMap(({ secret }) => secret ?? [])
    expect(new Set(secrets).size).toBe(secrets.length)
  })

  it('have a secret of 24 bytes or more where Standard Webhooks asks for it', () => {
    const standard = endpoints.filter(({ provider }) => provider === 'standard')
    expect(standard.length).toBe(3)
    for (const { secret } of standard) {
      expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]+=*$/)
      expect(Buffer.from((secret ?? '').slice('whsec_'.length), 'base64').length).toBeGreaterThanOrEqual(24)
    }
  })
})
