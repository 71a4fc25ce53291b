import { describe, expect, it } from 'vitest'
import { dressForFrame, frameAncestors } from '@/lib/embed/framing'
import { lookQuery, readLook } from '@/lib/embed/page-look'

const NO_LOOK = { scheme: null, view: null } as const
const DARK = { scheme: 'dark', view: null } as const
const dress = (html: string, look: Parameters<typeof lookQuery>[0], root = '/e/') =>
  dressForFrame(html, { origins: [], look, root })

describe('who may frame', () => {
  it('is nobody while no origin is allowed', () => {
    expect(frameAncestors([])).toBe("frame-ancestors 'none'")
  })

  it('is the shop’s origins, each once', () => {
    expect(frameAncestors(['https://a.example', 'https://b.example/', 'https://a.example'])).toBe(
      'frame-ancestors https://a.example https://b.example',
    )
  })

  it('is never a path, a query or a directive that somebody has stored', () => {
    expect(frameAncestors(['https://a.example/;script-src *?x=1#y'])).toBe(
      'frame-ancestors https://a.example',
    )
  })

  it('is nobody where what is stored has no origin', () => {
    expect(frameAncestors(['data:text/html,x', 'javascript:alert(1)'])).toBe("frame-ancestors 'none'")
  })
})

describe('a document in a frame', () => {
  it('opens other sites beside it', () => {
    expect(dress('<a href="https://carrier.example/x" rel="noreferrer">x</a>', NO_LOOK)).toBe(
      '<a href="https://carrier.example/x" rel="noreferrer" target="_blank">x</a>',
    )
    expect(dress('<a rel="noreferrer" href="https://carrier.example/x">x</a>', NO_LOOK)).toContain(
      'target="_blank"',
    )
  })

  it('opens a label beside it: in a sandbox no browser shows a PDF', () => {
    expect(dress('<a href="/e/s/de/returns/k.b/R7/label/1/a4.pdf" rel="nofollow">x</a>', DARK)).toBe(
      '<a href="/e/s/de/returns/k.b/R7/label/1/a4.pdf" rel="nofollow" target="_blank">x</a>',
    )
  })

  it('leaves mail, phone, fragments and our own pages where they are', () => {
    const html =
      '<a href="mailto:a@b.example">a</a><a href="tel:+49">b</a><a href="#c">c</a><a href="/e/s/de">d</a>'
    expect(dress(html, NO_LOOK)).toBe(html)
  })

  it('keeps its look on every way within, and on no way out', () => {
    const html =
      '<form method="post" action="/e/s/de"></form><a href="/e/s/de/p/1">a</a><a href="/media/s/x">b</a>'
    expect(dress(html, { scheme: 'dark', view: 'compact' })).toBe(
      '<form method="post" action="/e/s/de?scheme=dark&amp;view=compact"></form>' +
        '<a href="/e/s/de/p/1?scheme=dark&amp;view=compact">a</a><a href="/media/s/x">b</a>',
    )
  })

  it('keeps it beside whatever else an address asks', () => {
    expect(dress('<form action="/e/s/de/returns/k.b/R7/contest?item=1">', DARK)).toBe(
      '<form action="/e/s/de/returns/k.b/R7/contest?item=1&amp;scheme=dark">',
    )
    expect(dress('<a href="/e/s/de/returns/d/T/items#item-1">a</a>', DARK)).toBe(
      '<a href="/e/s/de/returns/d/T/items?scheme=dark#item-1">a</a>',
    )
  })

  it('knows its own ways below a proxy’s prefix', () => {
    expect(dress('<a href="/orders-app/e/s/de">a</a><a href="/e/s/de">b</a>', DARK, '/orders-app/e/')).toBe(
      '<a href="/orders-app/e/s/de?scheme=dark">a</a><a href="/e/s/de">b</a>',
    )
  })

  it('says its look at its root, so that the first paint is right', () => {
    expect(
      dress('<!doctype html><html lang="de" dir="ltr"><head>', { scheme: 'light', view: 'compact' }),
    ).toBe('<!doctype html><html lang="de" dir="ltr" data-scheme="light" data-view="compact"><head>')
  })

  it('changes no text', () => {
    const html = '<p>a href=&quot;https://x.example&quot; &lt;a href=&quot;/e/s&quot;&gt;</p>'
    expect(dress(html, DARK)).toBe(html)
  })
})

describe('the look in an address', () => {
  it('is read from known words only', () => {
    expect(readLook(new URLSearchParams('scheme=dark&view=compact'))).toEqual({
      scheme: 'dark',
      view: 'compact',
    })
    expect(readLook(new URLSearchParams('scheme=toString&view=full"><script>'))).toEqual(NO_LOOK)
  })

  it('is written as it is read', () => {
    for (const query of ['', 'scheme=dark', 'view=compact', 'scheme=light&view=compact'])
      expect(lookQuery(readLook(new URLSearchParams(query)))).toBe(query)
  })
})
