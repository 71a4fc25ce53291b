import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { generateBaskets } from '@/bench/generate-baskets'
import { readBaskets } from '@/bench/read-baskets'

const directory = mkdtempSync(join(tmpdir(), 'doorstep-baskets-'))
afterAll(() => rmSync(directory, { recursive: true }))

const read = (text: string) => {
  const file = join(directory, 'orders.txt')
  writeFileSync(file, text)
  return readBaskets(file)
}

describe('a file of baskets', () => {
  it.each([
    ['1,a\n1,b\n2,a\n', 'commas'],
    ['1;a\n1;b\n2;a\n', 'semicolons'],
    ['1\ta\r\n1\tb\r\n2\ta\r\n', 'tabs'],
    ['\u{feff}1,a,3\n2,a,1\n1,b\n', 'a mark, further columns, orders in between each other'],
    ['Date,Product,Order\n2026,a,1\n2026,b,1\n2026,a,2\n', 'named columns'],
    ['1,a\n1,a\n1,b\n2,a\n,c\n3,\n\n', 'repetitions and gaps'],
  ])('is read from %j: %s', async (text) => {
    const { orders, products } = await read(text)
    expect(orders).toEqual([['a', 'b'], ['a']])
    expect(products.map(({ key }) => key)).toEqual(['a', 'b'])
  })

  it('is refused where nobody has bought anything', async () => {
    await expect(read('order,product\n')).rejects.toThrow('names no order with a product')
  })
})

describe('generated baskets', () => {
  const size = { products: 300, orders: 2000, seed: 7 }

  it('are the same for the same seed, and others for another', () => {
    expect(generateBaskets(size)).toEqual(generateBaskets(size))
    expect(generateBaskets({ ...size, seed: 8 }).orders).not.toEqual(generateBaskets(size).orders)
  })

  it('hold known products, each once, and the popular ones more often', () => {
    const { orders, products } = generateBaskets(size)
    const known = new Set(products.map(({ key }) => key))
    const times = (key: string) => orders.filter((order) => order.includes(key)).length
    expect(orders.every((order) => order.length > 0 && new Set(order).size === order.length)).toBe(true)
    expect(orders.flat().filter((key) => !known.has(key))).toEqual([])
    expect(times('p0')).toBeGreaterThan(times('p200') * 3)
  })
})
