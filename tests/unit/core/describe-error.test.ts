import { DrizzleQueryError } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { describeError, reasonOf } from '@/lib/core/describe-error'

describe('an error in the log', () => {
  const failed = new DrizzleQueryError(
    'insert into orders values ($1)',
    ['resi@example.org'],
    new TypeError('closed'),
  )

  it('says what the database says and leaves out what was to be written', () => {
    expect(reasonOf(failed)).toBe('TypeError: closed')
    expect(describeError(failed)).not.toContain('resi@example.org')
    expect(describeError(failed)).toMatch(/^TypeError: closed\n\s+at .*describe-error\.test/)
  })

  it('is a text that every database takes, whatever was thrown', () => {
    expect(reasonOf(new Error('a\0b'))).toBe('Error: a\ufffdb')
    expect(reasonOf('odd')).toBe('odd')
    expect(describeError(null)).toBe('null')
  })
})
