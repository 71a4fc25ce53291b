import { describe, expect, it } from 'vitest'
import { readHello, readLook } from '@/components/embed/inside/read-hello'

const LOOK = { scheme: 'auto', view: 'full', variables: {} }

describe('a greeting', () => {
  it('of our own script is read', () => {
    expect(readHello({ doorstep: 1, look: { ...LOOK, scheme: 'dark' }, asked: true })).toEqual({
      look: { ...LOOK, scheme: 'dark' },
      asked: true,
    })
  })

  it.each([null, undefined, 'hello', 1, [], {}, { doorstep: 2 }, { doorstep: '1' }, { type: 'hello' }])(
    '%j is none',
    (value) => expect(readHello(value)).toBeNull(),
  )

  it('asks for nothing that it doesn’t say in so many words', () => {
    expect(readHello({ doorstep: 1, asked: 'yes' })).toEqual({ look: LOOK, asked: false })
  })
})

describe('a look', () => {
  it('keeps known variables that are texts', () => {
    const variables = {
      accent: 'red',
      bg: 1,
      fg: null,
      font: ['x'],
      radius: '4',
      background: 'blue',
      toString: 'x',
    }
    expect(readLook({ variables })).toEqual({ ...LOOK, variables: { accent: 'red', radius: '4' } })
  })

  it.each([null, 'dark', { scheme: 'sepia', view: 'wide', variables: 'red' }])(
    '%j is the page’s own',
    (value) => expect(readLook(value)).toEqual(LOOK),
  )
})
