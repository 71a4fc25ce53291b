import { cleanup, render, screen, within } from '@testing-library/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it } from 'vitest'
import { Return } from '@/components/react'
import { parcelAnswer } from '@/tests/support/order-answer'
import { CHECKED_ITEM, returnAnswer } from '@/tests/support/return-answer'

afterEach(cleanup)

const part = (name: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-part=${name}]`)
  if (!found) throw new Error(`no ${name}`)
  return found
}

describe('a return', () => {
  it('says where it stands, how far it is and what to do, in the words that came with it', () => {
    const back = returnAnswer()
    render(<Return back={back} />)
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(back.words.title)
    expect(part('return')).toHaveAttribute('data-tone', 'action')
    expect(part('meaning')).toHaveTextContent(back.words.meaning)
    expect(
      within(part('progress'))
        .getAllByRole('listitem')
        .map((step) => step.textContent),
    ).toEqual(back.words.steps)
    expect(part('hand-in').querySelectorAll('li')).toHaveLength(3)
    expect(part('money')).toHaveTextContent('14 days at most')
  })

  it('has its labels to print, or its code to show', () => {
    const { rerender } = render(<Return back={returnAnswer()} />)
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(['PDF, A4', 'PDF, A6'])
    const [box] = returnAnswer().boxes
    if (!box) throw new Error('a box')
    const code = { svg: 'https://d.example/code.svg', png: 'https://d.example/code.png', text: 'RR1' }
    rerender(<Return back={returnAnswer({ boxes: [{ ...box, label: { a4: null, a6: null, code } }] })} />)
    expect(screen.getByRole('img', { name: 'RR1' })).toHaveAttribute('src', code.svg)
    rerender(<Return back={returnAnswer({ boxes: [{ ...box, label: null }] })} />)
    expect(document.querySelector('[data-part=labels]')).toBeNull()
  })

  it('shows what was found of an item, what was deducted and why, and the answer to an objection', () => {
    render(
      <Return
        back={returnAnswer({ items: [CHECKED_ITEM] })}
        itemAction={({ key }) => <button type="button">Object to {key}</button>}
      />,
    )
    const check = within(part('check'))
    for (const text of ['Signs of use', 'Soles are worn.', '€5.00', 'It came like that.', 'You are right.'])
      expect(check.getByText(text, { exact: false })).toBeVisible()
    expect(part('check').querySelector('img')).toHaveAttribute(
      'src',
      'https://parcels.example.org/photo.webp',
    )
    expect(screen.getByRole('button', { name: 'Object to 1' })).toBeVisible()
    expect(screen.getByText('2 × Rain jacket', { exact: false })).toBeVisible()
  })

  it('follows its boxes like every parcel', () => {
    const [box] = returnAnswer().boxes
    if (!box) throw new Error('a box')
    const parcel = parcelAnswer('tomorrow', 'en')
    render(<Return back={returnAnswer({ boxes: [{ ...box, parcel }] })} level={3} />)
    expect(within(screen.getByRole('article')).getByRole('heading', { level: 3 })).toHaveTextContent(
      parcel.words.title.trim(),
    )
  })

  it('adds its sum up for the reader, and shows no sum where nobody may see prices', () => {
    const { rerender } = render(<Return back={returnAnswer()} />)
    expect([...document.querySelectorAll('[data-part=sum-line] dd')].map((line) => line.textContent)).toEqual(
      ['€90.00', '-€4.90'],
    )
    rerender(<Return back={returnAnswer({ sum: null })} />)
    expect(document.querySelector('[data-part=sum]')).toBeNull()
  })

  it('leads to what has to be done, and announces news, politely', () => {
    const action = { text: 'Choose now', url: 'https://d.example/choice' }
    const { rerender } = render(<Return back={returnAnswer({ action })} />)
    expect(screen.getByRole('link', { name: 'Choose now' })).toHaveAttribute('href', action.url)
    const region = part('headline').closest('[aria-live=polite]')
    const { words } = returnAnswer()
    rerender(<Return back={returnAnswer({ words: { ...words, title: 'Refund sent' } })} />)
    expect(part('headline').closest('[aria-live=polite]')).toBe(region)
    expect(region).toHaveTextContent('Refund sent')
  })

  it('is spoken in its language, and escapes what people write', () => {
    const items = [{ ...CHECKED_ITEM, title: '<script>x</script>' }]
    const html = renderToStaticMarkup(<Return back={returnAnswer({ locale: 'bar', items })} />)
    expect(html).toContain('lang="bar"')
    expect(html).not.toContain('<script')
  })
})
