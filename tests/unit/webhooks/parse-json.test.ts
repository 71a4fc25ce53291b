import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from '@/lib/webhooks/parse-json'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string) => parseJson(bytes(text))

describe('a body is refused, never thrown on', () => {
  it.each([
    '',
    ' ',
    '{',
    '{"a":1,}',
    "{'a':1}",
    'webhook_id=12',
    'NaN',
    '01',
    '{"a":1} x',
    '"\u0000"',
    'undefined',
  ])('when it is no JSON: %j', (text) => {
    expect(read(text)).toEqual({ ok: false, error: { message: expect.any(String) } })
  })

  it('when it is no UTF-8', () => {
    expect(parseJson(Uint8Array.of(0x22, 0xc3, 0x28, 0x22)).ok).toBe(false)
  })

  it('when it nests deeper than 100 levels, however deep', () => {
    for (const depth of [101, 10_000, 400_000]) {
      expect(read('['.repeat(depth) + ']'.repeat(depth)).ok).toBe(false)
      expect(read('['.repeat(depth)).ok).toBe(false)
      expect(read(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`).ok).toBe(false)
    }
    expect(read('['.repeat(100) + ']'.repeat(100)).ok).toBe(true)
  })
})

describe('a body is read', () => {
  it('like JSON.parse reads it, where nothing is lost', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6, noUnicodeString: false }), (text) => {
        const expected: unknown = JSON.parse(text)
        if (!text.includes('__proto__') && !/\d{16,}|\\u0000|\\ud/i.test(text))
          expect(read(text)).toEqual({ ok: true, value: expected })
      }),
    )
  })

  it('with integers beyond 2^53 as text, digit for digit, and safe ones as numbers', () => {
    expect(read('[9007199254740991, 9007199254740993, -820982911946154508, 1.5, 1e400, 0]')).toEqual({
      ok: true,
      value: [9007199254740991, '9007199254740993', '-820982911946154508', 1.5, '1e400', 0],
    })
  })

  it.each([
    ['1e400', '1e400'],
    ['-1E+400', '-1E+400'],
    ['[1e2]', [100]],
    ['{"a":9007199254740993}', { a: '9007199254740993' }],
    ['{"a": -9007199254740993 }', { a: '-9007199254740993' }],
    ['9'.repeat(400), '9'.repeat(400)],
    ['{"id":"a1e400","n":"12345678901234567890"}', { id: 'a1e400', n: '12345678901234567890' }],
  ])('with no number that lost a digit: %s', (text, value) => {
    expect(read(text)).toEqual({ ok: true, value })
  })

  it('with a byte order mark', () => {
    expect(parseJson(Uint8Array.of(0xef, 0xbb, 0xbf, 0x5b, 0x5d))).toEqual({ ok: true, value: [] })
  })

  it('with brackets inside strings left alone', () => {
    const text = `\\"${'['.repeat(500)}`
    expect(read(`{"a":"${text}"}`)).toEqual({ ok: true, value: { a: `"${'['.repeat(500)}` } })
  })

  it('with the last of two equal keys', () => {
    expect(read('{"a":1,"a":2}')).toEqual({ ok: true, value: { a: 2 } })
  })

  it('without __proto__ keys, so that no copy of it changes a prototype', () => {
    const result = read('{"__proto__":{"polluted":true},"a":{"\\u005f_proto__":{"polluted":true}}}')
    expect(result).toEqual({ ok: true, value: { a: {} } })
    expect(JSON.stringify(result)).not.toContain('polluted')
    expect('polluted' in {}).toBe(false)
  })

  it('with what Postgres can’t store replaced, in keys and values', () => {
    expect(read('{"a\\u0000b":"x\\u0000y \\ud800 \\ud83d\\ude9a"}')).toEqual({
      ok: true,
      value: { 'a\ufffdb': 'x\ufffdy \ufffd 🚚' },
    })
  })
})
