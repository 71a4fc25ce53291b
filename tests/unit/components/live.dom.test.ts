import { beforeEach, describe, expect, it } from 'vitest'
import { morph } from '@/components/parcel/live/morph'
import { pollDelay } from '@/components/parcel/live/poll-delay'
import { newsOf, refreshParts, spokenWords } from '@/components/parcel/live/refresh-parts'

const MINUTE = 60_000

const page = (body: string, { title = 'Arrives today', attributes = '' } = {}): Document =>
  new DOMParser().parseFromString(
    `<title>${title}</title><main data-json="/j" ${attributes}>${body}<p role="status"></p></main>`,
    'text/html',
  )

const part = (id: string, headline: string): string =>
  `<div data-live="${id}"><h1 data-part="headline">${headline}</h1></div>`

describe('how often an open page asks', () => {
  const calm = { hidden: false, failures: 0 }

  it('is every 3 seconds in the first ten minutes after a change', () => {
    expect(pollDelay({ ...calm, sinceChange: 0 })).toBe(3000)
    expect(pollDelay({ ...calm, sinceChange: 10 * MINUTE - 1 })).toBe(3000)
  })

  it('is slower as the parcel rests', () => {
    expect(pollDelay({ ...calm, sinceChange: 10 * MINUTE })).toBe(15_000)
    expect(pollDelay({ ...calm, sinceChange: 60 * MINUTE })).toBe(60_000)
  })

  it('is once a minute while nobody looks', () => {
    expect(pollDelay({ hidden: true, failures: 0, sinceChange: 0 })).toBe(60_000)
  })

  it('doubles with each failure, up to five minutes', () => {
    expect(pollDelay({ hidden: false, failures: 2, sinceChange: 0 })).toBe(12_000)
    expect(pollDelay({ hidden: false, failures: 30, sinceChange: 0 })).toBe(5 * MINUTE)
  })
})

describe('taking over a newer copy of the page', () => {
  beforeEach(() => {
    document.head.innerHTML = '<title>Arrives tomorrow</title>'
  })

  const put = (body: string) => {
    document.body.innerHTML = `<main data-json="/j">${body}<p role="status"></p></main>`
  }

  it('changes the words of a live part and the title', () => {
    put(part('lead', 'Arrives tomorrow'))
    refreshParts(document, page(part('lead', 'Arrives today')))
    expect(document.querySelector('h1')?.textContent).toBe('Arrives today')
    expect(document.title).toBe('Arrives today')
  })

  it('keeps the focus, because what stays the same stays the same element', () => {
    put(`<div data-live="lead"><p>old</p><a href="#x">Help</a></div>`)
    document.querySelector('a')?.focus()
    refreshParts(document, page('<div data-live="lead"><p>new</p><a href="#x">Help</a></div>'))
    expect(document.querySelector('p')?.textContent).toBe('new')
    expect(document.activeElement).toBe(document.querySelector('a'))
  })

  it('keeps an opened history open', () => {
    put('<div data-live="history"><details open><summary>2 earlier scans</summary></details></div>')
    refreshParts(
      document,
      page('<div data-live="history"><details><summary>3 earlier scans</summary></details></div>'),
    )
    expect(document.querySelector('details')?.open).toBe(true)
    expect(document.querySelector('summary')?.textContent).toBe('3 earlier scans')
  })

  it('leaves what is not live alone', () => {
    put(`${part('lead', 'A')}<p id="note">typed by somebody</p>`)
    refreshParts(document, page(`${part('lead', 'B')}<p id="note">server</p>`))
    expect(document.querySelector('#note')?.textContent).toBe('typed by somebody')
  })

  it('takes the whole content when a parcel came', () => {
    put(part('one', 'A'))
    refreshParts(document, page(`${part('one', 'A')}${part('two', 'B')}`))
    expect(document.querySelectorAll('[data-live]')).toHaveLength(2)
  })

  it('marks the page final when nothing will change any more', () => {
    put(part('lead', 'A'))
    refreshParts(document, page(part('lead', 'Delivered'), { attributes: 'data-final' }))
    expect(document.querySelector('main')?.hasAttribute('data-final')).toBe(true)
  })

  it('takes nothing from a page that is not ours', () => {
    put(part('lead', 'A'))
    refreshParts(
      document,
      new DOMParser().parseFromString('<title>502</title><main>Bad gateway</main>', 'text/html'),
    )
    expect(document.querySelector('h1')?.textContent).toBe('A')
    expect(document.title).toBe('Arrives tomorrow')
  })
})

describe('what is announced', () => {
  it('is the headline and its meaning, without the layout’s white space', () => {
    const newer = page(
      '<h1 data-part="headline"><span>Arrives </span> <span>today</span></h1><p data-part="meaning">It’s close.</p><p>11:02</p>',
    )
    expect(spokenWords(newer)).toEqual(['Arrives today', 'It’s close.'])
  })

  it('is only what has changed', () => {
    const before = ['1 of 3 delivered', 'Arrives tomorrow', 'Arrives today']
    expect(newsOf(before, ['1 of 3 delivered', 'Arrives today', 'Arrives today'])).toBe('Arrives today')
    expect(newsOf(before, before)).toBe('')
  })

  it('is what was not there when a parcel came or went', () => {
    expect(newsOf(['Getting ready'], ['Registered', 'No news yet.'])).toBe('Registered No news yet.')
    expect(newsOf(['2 parcels', 'Arrives today'], ['2 parcels', 'Arrives today', 'Registered'])).toBe(
      'Registered',
    )
  })
})

describe('morphing', () => {
  it('replaces an element of another kind', () => {
    document.body.innerHTML = '<p>a</p>'
    const to = document.createElement('body')
    to.innerHTML = '<ul><li>a</li></ul>'
    morph(document.body, to)
    expect(document.body.innerHTML).toBe('<ul><li>a</li></ul>')
  })
})
