import { existsSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { demoPlan, demoShowcase } from '@/db/seed/demo/plan'
import { orderBodySchema } from '@/lib/orders/order'
import { MOMENTS } from './moments'

const origin = 'http://localhost:3000'
const now = new Date('2026-11-21T13:00:00Z')
const { orders } = demoPlan(now, origin)

describe('the demo’s orders', () => {
  it('are what the API takes, at any hour of any day', () => {
    for (const { orders, now } of MOMENTS)
      for (const { number, body } of orders) {
        const parsed = orderBodySchema.safeParse(body)
        expect(parsed.success ? [] : parsed.error.issues, `${number} at ${now.toISOString()}`).toEqual([])
      }
  })

  it('were placed before now', () => {
    for (const { orders, now } of MOMENTS)
      for (const { body } of orders) expect(Date.parse(body.placedAt)).toBeLessThan(now.getTime())
  })

  it('have numbers that occur once', () => {
    expect(new Set(orders.map(({ number }) => number)).size).toBe(orders.length)
    const parcels = orders.flatMap(({ body }) => body.parcels?.map(({ number }) => number) ?? [])
    expect(new Set(parcels).size).toBe(parcels.length)
  })

  it('put every piece into exactly one parcel', () => {
    for (const { number, body } of orders) {
      const packed = new Map<string, number>()
      for (const { lines = [] } of body.parcels ?? [])
        for (const { id, quantity } of lines) packed.set(id, (packed.get(id) ?? 0) + quantity)
      expect(packed, number).toEqual(new Map(body.lines.map(({ id, quantity }) => [id, quantity])))
    }
  })

  it('name customers that can’t exist', () => {
    for (const { body } of orders) expect(body.customer?.email).toMatch(/@example\.org$/)
  })

  it('show pictures that are there, of 25 KB at most', () => {
    const images = new Set(orders.flatMap(({ body }) => body.lines.map(({ image }) => image ?? '')))
    expect(images.size).toBeGreaterThanOrEqual(15)
    for (const image of images) {
      const file = `public${image.replace(origin, '')}`
      expect(existsSync(file), file).toBe(true)
      expect(statSync(file).size).toBeLessThanOrEqual(25 * 1024)
    }
  })

  it('all have a headline for the printed list', () => {
    expect(demoShowcase(now).map(({ number }) => number)).toEqual(orders.map(({ number }) => number))
    for (const { headline } of demoShowcase(now)) expect(headline.length).toBeGreaterThan(3)
  })
})
