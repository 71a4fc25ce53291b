import { JSDOM } from 'jsdom'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { AskPage } from '@/components/consent/ask-page'
import { choiceGroups } from '@/components/consent/choice-model'
import { EmailPage } from '@/components/consent/email-page'
import { PreferencesPage } from '@/components/consent/preferences-page'
import type { StepFrame } from '@/components/returns/step-page'
import { maskEmail } from '@/lib/consent/mask-email'
import { type Choice, choicesOf, planChanges } from '@/lib/consent/preferences'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { alpine } from '@/tests/support/sample-shops'

const NOW = new Date('2026-11-24T12:00:00Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)

/** Everything that can be chosen, in every state. */
const CHOICES = choicesOf(
  {
    sale: { at: daysAgo(10), own: true, noticed: true },
    entries: [
      { id: '1', at: daysAgo(3), act: 'requested', subject: 'newsletter', channel: 'email' },
      { id: '2', at: daysAgo(3), act: 'confirmed', subject: 'delivery', channel: 'whatsapp' },
      { id: '3', at: daysAgo(3), act: 'objected', subject: 'personalisation', channel: null },
    ],
  },
  { country: 'DE', hasEmail: true },
  NOW,
)

const stepIn = (locale: Locale): StepFrame => ({
  frame: {
    talk: translator(alpine, locale),
    shop: alpine,
    styles: ['body{margin:0}'],
    islands: [],
    alternates: [],
    origin: 'https://shop.example',
    canonicalHref: null,
    lookUpHref: '/shop/en',
    iconHref: null,
    pictureHref: null,
    chrome: true,
    indexed: false,
  },
  kicker: 'Kicker',
  way: null,
  errors: [],
  notice: null,
  reference: null,
})

const documentOf = (page: ReactElement): Document => new JSDOM(renderToStaticMarkup(page)).window.document

describe.each(LOCALES)('the preferences in %s', (locale) => {
  const step = stepIn(locale)
  const groups = choiceGroups(CHOICES, alpine.name, step.frame.talk)
  const page = documentOf(
    <PreferencesPage
      step={step}
      groups={groups}
      action="/p"
      stopHref="/p/stop"
      email="r•••@example.org"
      done="asked"
    />,
  )

  it('name every switch in words, in groups that say how it comes', () => {
    expect(page.querySelectorAll('h1')).toHaveLength(1)
    expect(page.querySelectorAll('fieldset')).toHaveLength(3)
    for (const group of page.querySelectorAll('fieldset'))
      expect(group.querySelector('legend')?.textContent).toBeTruthy()
    const switches = [...page.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
    expect(switches.map(({ value }) => value)).toEqual([
      'delivery.email',
      'newsletter.email',
      'recommendations.email',
      'voucher.email',
      'review.email',
      'feedback.email',
      'referral.email',
      'delivery.whatsapp',
      'personalisation.page',
    ])
    for (const one of switches) {
      expect(one.labels?.[0]?.textContent?.trim()).toBeTruthy()
      for (const id of (one.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean))
        expect(page.getElementById(id)?.textContent).toBeTruthy()
    }
    expect(switches.filter(({ checked }) => checked).map(({ value }) => value)).toEqual([
      'delivery.email',
      'recommendations.email',
      'voucher.email',
      'review.email',
      'feedback.email',
      'delivery.whatsapp',
    ])
    expect(new Set(switches.map((one) => one.labels?.[0]?.textContent)).size).toBe(switches.length)
  })

  it('say once, politely, what a form has done', () => {
    expect(page.querySelectorAll('main [role=status]')).toHaveLength(1)
    expect(page.querySelector('[data-part=said]')?.textContent).toContain('r•••@example.org')
  })

  it('ask for an address and tie what is wrong to its field', () => {
    const wrong = { ...step, errors: [{ field: 'email', text: 'Wrong' }] }
    const asked = documentOf(
      <EmailPage step={wrong} headline="H" lead="L" action="/n" label="E-mail" submit="S" value="" />,
    )
    expect(asked.querySelector('[data-part=errors] a')?.getAttribute('href')).toBe('#email')
    expect(asked.querySelector('#email')?.getAttribute('aria-invalid')).toBe('true')
  })

  it('have one button where one thing is asked, and none where it is done', () => {
    const ask = (form: { action: string; submit: string } | null) =>
      documentOf(<AskPage step={step} headline="H" lead="L" form={form} after={null} back={null} />)
    expect(ask({ action: '/s', submit: 'S' }).querySelectorAll('main button')).toHaveLength(1)
    expect(ask(null).querySelectorAll('main button, main form')).toHaveLength(0)
  })
})

describe('what a form changes', () => {
  const keys = CHOICES.map(({ subject, channel }) => `${subject}.${channel ?? 'page'}`)
  const on = (choices: readonly Choice[]) =>
    choices
      .filter(({ state }) => state === 'on')
      .map(({ subject, channel }) => `${subject}.${channel ?? 'page'}`)

  it('is nothing where everything stays', () => {
    expect(planChanges(CHOICES, new Set(keys), new Set(on(CHOICES)))).toEqual([])
  })

  it('is only what it showed', () => {
    expect(planChanges(CHOICES, new Set(), new Set())).toEqual([])
    expect(planChanges(CHOICES, new Set(['review.email']), new Set())).toEqual([
      { act: 'objected', subject: 'review', channel: 'email' },
    ])
  })

  it('is a withdrawal of a yes, an objection to what the law allows, a request for what advertises', () => {
    const all = (wanted: string[]) =>
      planChanges(CHOICES, new Set(keys), new Set(wanted)).map(
        ({ act, subject, channel }) => `${act} ${subject} ${channel}`,
      )
    expect(all([])).toEqual([
      'objected delivery email',
      'objected recommendations email',
      'objected voucher email',
      'objected review email',
      'objected feedback email',
      'withdrawn delivery whatsapp',
    ])
    expect(all(keys)).toEqual([
      'requested newsletter email',
      'requested referral email',
      'allowed personalisation null',
    ])
  })

  it('is never a yes on a channel that has to answer itself', () => {
    const off: Choice = { subject: 'review', channel: 'sms', state: 'off', agreed: false }
    expect(planChanges([off], new Set(['review.sms']), new Set(['review.sms']))).toEqual([])
  })
})

it('masks an address so that its owner knows it', () => {
  expect(maskEmail('resi.huber@example.org')).toBe('r•••@example.org')
  expect(maskEmail('ö@example.org')).toBe('ö•••@example.org')
})
