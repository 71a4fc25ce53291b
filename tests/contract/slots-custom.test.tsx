import { JSDOM } from 'jsdom'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { custom } from '@/components/slots/custom'
import { renderSlot } from '@/tests/support/render-slot'
import { alpine } from '@/tests/support/sample-shops'
import { SLOT_DATA, slotContext } from '@/tests/support/slot-samples'

const stored = (html: string): string | null => custom.settings.parse({ title: 'x', html }).html

const rendered = (html: string, framed = false): string => {
  const element = renderSlot('custom', slotContext(alpine, 'de', 'here', { framed }), {
    settings: { title: 'x', html },
  })
  const body = new JSDOM(element ? renderToStaticMarkup(element) : '').window.document.body
  return body.querySelector('h2 + div')?.innerHTML ?? ''
}

/** What people try, and what may be left of it. */
const ATTACKS = [
  ['<script>alert(1)</script>hi', 'hi'],
  ['<SCRIPT SRC=//evil.example/x.js></SCRIPT>hi', 'hi'],
  ['<img src=x onerror=alert(1)>hi', 'hi'],
  ['<p onclick="alert(1)" style="position:fixed" class="x" id="y">hi</p>', '<p>hi</p>'],
  ['<a href="javascript:alert(1)">hi</a>', 'hi'],
  ['<a href="jav&#x09;ascript:alert(1)">hi</a>', 'hi'],
  ['<a href="data:text/html,<script>alert(1)</script>">hi</a>', 'hi'],
  ['<a href="//evil.example/">hi</a>', 'hi'],
  ['<svg><script>alert(1)</script></svg>hi', 'hi'],
  ['<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>hi', ''],
  ['<style>*{display:none}</style>hi', 'hi'],
  ['<iframe src="https://evil.example"></iframe>hi', 'hi'],
  ['<form action="https://evil.example"><input name=x>hi</form>', 'hi'],
  ['<h1>hi</h1>', 'hi'],
  ['<p>a<table><tr><td>hi</td></tr></table>', '<p>a</p>hi'],
  ['<base href="https://evil.example/">hi', 'hi'],
  ['<!--[if IE]><script>alert(1)</script><![endif]-->hi', 'hi'],
  ['<noscript><p title="</noscript><img src=x onerror=alert(1)>">hi', '<p>hi</p>'],
] as const

describe('a merchant’s own words', () => {
  it.each(ATTACKS)('%s is told without what isn’t on the list', (html, left) => {
    const text = rendered(html)
    expect(text).toBe(left)
    expect(text).not.toMatch(
      /<(?!\/?(?:p|h3|h4|ul|ol|li|strong|em|a|br)\b)|\son\w+=|style=|javascript:|evil/i,
    )
  })

  it.each(ATTACKS)('%s is stored without it, too', (html) => {
    expect(stored(html) ?? '').not.toMatch(
      /<(?:script|img|svg|style|iframe|form|base|h1|table)|\son\w+=|javascript:/i,
    )
  })

  it('keeps what is on the list', () => {
    const html =
      '<h3>A</h3><h4>B</h4><p><strong>c</strong> <em>d</em><br>e</p><ul><li>f</li></ul><ol><li>g</li></ol>'
    expect(rendered(html)).toBe(html)
  })

  it('leads to the shop’s own hosts through the counted way, and to mailboxes', () => {
    expect(
      rendered('<a href="https://shop.example/x">a</a> <a href="mailto:a@shop.example">b</a>', true),
    ).toBe(
      '<a href="/alpenglueck/de/go/here?to=https%3A%2F%2Fshop.example%2Fx" rel="noreferrer" target="_top">a</a> <a href="mailto:a@shop.example">b</a>',
    )
  })

  it('keeps the words of a link to somebody else’s host, and not the link', () => {
    expect(rendered('<a href="https://other.example/">words</a>')).toBe('words')
  })

  it('says nothing when nothing is left', () => {
    expect(stored('<script>alert(1)</script>')).toBeNull()
    expect(stored('<p> <br></p>')).toBeNull()
    expect(custom.speaks(custom.settings.parse({ title: 'x', html: '<img src=x>' }), SLOT_DATA)).toBe(false)
  })

  it('takes no more than ten thousand characters', () => {
    expect(custom.settings.safeParse({ html: 'x'.repeat(10_001) }).success).toBe(false)
  })
})
