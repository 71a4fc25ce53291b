import { cleanup, render, screen, within } from '@testing-library/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it } from 'vitest'
import { Order, Parcel } from '@/components/react'
import { HAT, orderAnswer, parcelAnswer } from '@/tests/support/order-answer'
import { SAMPLES, type SampleName } from '@/tests/support/samples'

afterEach(cleanup)

const part = (name: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-part=${name}]`)
  if (!found) throw new Error(`no ${name}`)
  return found
}

const names = Object.keys(SAMPLES).filter((name): name is SampleName => name in SAMPLES)

describe('a parcel', () => {
  it.each(names)('says %s in the words that came with it', (name) => {
    const parcel = parcelAnswer(name)
    render(<Parcel parcel={parcel} locale="de" />)
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(parcel.words.title.trim())
    expect(part('meaning')).toHaveTextContent(parcel.words.meaning)
    expect(part('action')).toHaveTextContent(parcel.words.action)
    expect(
      within(part('progress'))
        .getAllByRole('listitem')
        .map((step) => step.textContent),
    ).toEqual(parcel.words.steps)
    expect(document.querySelectorAll('[data-part=scan]')).toHaveLength(parcel.scans.length)
  })

  it('marks the step it is at, and that it has stopped', () => {
    render(<Parcel parcel={parcelAnswer('customs')} locale="de" />)
    expect(part('progress')).toHaveAttribute('data-stopped', 'true')
    expect(screen.getByText('Unterwegs', { selector: '[aria-current=step]' })).toHaveAttribute(
      'data-state',
      'current',
    )
    expect(part('parcel')).toHaveAttribute('data-tone', 'action')
  })

  it('tells each scan with the carrier’s own clock, and its text where that says more', () => {
    render(<Parcel parcel={parcelAnswer('tomorrow', 'en')} locale="en" />)
    const [newest] = document.querySelectorAll('[data-part=scan]')
    expect(newest?.querySelector('time')).toHaveTextContent('24 Nov 2026, 06:12')
    expect(newest?.querySelector('[data-part=scan-detail]')).toHaveTextContent(
      'Die Sendung ist im Ziel-Paketzentrum eingetroffen. · München, DE',
    )
  })

  it('writes an instant without a local clock as UTC, the same on a server and in a browser', () => {
    const [scan] = parcelAnswer('tomorrow').scans
    if (!scan) throw new Error('a scan')
    const parcel = {
      ...parcelAnswer('tomorrow'),
      scans: [{ ...scan, at: '2026-11-24T05:12:00Z', localTime: null }],
    }
    render(<Parcel parcel={parcel} locale="en" />)
    expect(part('scan')).toHaveTextContent('24 Nov 2026, 05:12 UTC')
  })

  it('names the place and the last day where it waits to be collected', () => {
    render(<Parcel parcel={parcelAnswer('locker')} locale="de" />)
    expect(part('pickup')).toHaveTextContent('Packstation 124')
    expect(part('pickup').querySelector('time')).toHaveTextContent('26.11.2026')
  })

  it('writes Bavarian dates as German ones', () => {
    render(<Parcel parcel={parcelAnswer('locker', 'bar')} locale="bar" />)
    expect(part('pickup').querySelector('time')).toHaveTextContent('26.11.2026')
  })

  it('announces a change of its headline, politely', () => {
    const { rerender } = render(<Parcel parcel={parcelAnswer('tomorrow')} locale="de" />)
    const region = part('headline').closest('[aria-live=polite]')
    rerender(<Parcel parcel={parcelAnswer('delivered')} locale="de" />)
    expect(part('headline').closest('[aria-live=polite]')).toBe(region)
    expect(region).toHaveTextContent(parcelAnswer('delivered').words.title.trim())
  })

  it('takes its place among the headings of the page', () => {
    render(<Parcel parcel={parcelAnswer('tomorrow')} locale="de" level={3} />)
    expect(screen.getByRole('heading', { level: 3 })).toHaveAttribute('data-part', 'headline')
    expect(screen.getAllByRole('heading', { level: 4 })).toHaveLength(1)
  })
})

describe('an order', () => {
  it('shows every parcel with its items, and what is in none yet', () => {
    render(
      <Order
        order={orderAnswer(['tomorrow', 'delivered'], {
          unshipped: [{ ...HAT, title: 'Schal', image: null }],
        })}
      />,
    )
    expect(screen.getAllByRole('article')).toHaveLength(2)
    expect(screen.getAllByText('2 × Prüfmütze', { exact: false })).toHaveLength(2)
    expect(document.querySelectorAll('[data-part=item] img')).toHaveLength(2)
    expect(screen.getByText('Noch in keinem Paket', { exact: false })).toBeVisible()
  })

  it('shows the host’s own words while no parcel is on its way', () => {
    render(<Order order={orderAnswer([], { unshipped: [HAT] })} empty={<p>Wird gepackt</p>} />)
    expect(screen.getByText('Wird gepackt')).toBeVisible()
    expect(screen.getByText('Prüfmütze', { exact: false })).toBeVisible()
  })

  it('is spoken in its language, and escapes what carriers and shops write', () => {
    const order = orderAnswer(['tomorrow'], {
      locale: 'bar',
      unshipped: [{ ...HAT, title: '<script>x</script>' }],
    })
    const html = renderToStaticMarkup(<Order order={order} />)
    expect(html).toContain('lang="bar"')
    expect(html).not.toContain('<script')
  })
})
