import axe from 'axe-core'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it } from 'vitest'
import { SLOTS } from '@/components/slots/registry'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import type { SlotData } from '@/lib/slots/slot-data'
import { renderSlot } from '@/tests/support/render-slot'
import { alpine, nordic } from '@/tests/support/sample-shops'
import { SLOT_DATA, slotContext } from '@/tests/support/slot-samples'

/** Contrast and sizes need a layout engine: a browser looks at those. */
const RULES = { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } }

const STATES: Record<string, { data: SlotData; settings?: Record<string, unknown> }> = {
  asked: { data: SLOT_DATA },
  'asked in numbers': { data: SLOT_DATA, settings: { feedback: { kind: 'nps' } } },
  answered: {
    data: {
      ...SLOT_DATA,
      feedback: { kind: 'nps', value: 9 },
      care: { addressHref: null, addressCorrected: true, wishesHref: '/x', wished: 'other_day' },
    },
  },
}

/** Every slot on one page, as a shopper would meet them. */
function pageOf(
  locale: Locale,
  { data, settings = {} }: { data: SlotData; settings?: Record<string, unknown> },
) {
  const shop = locale === 'de' ? nordic : alpine
  return (
    <main>
      <h1>Page</h1>
      {Object.keys(SLOTS).map((id) => (
        <div key={id}>
          {renderSlot(id, slotContext(shop, locale, id), {
            data,
            ...(id in settings ? { settings: settings[id] } : {}),
          })}
        </div>
      ))}
    </main>
  )
}

afterEach(() => {
  document.body.innerHTML = ''
})

describe.each(LOCALES)('every slot in %s', (locale) => {
  it.each(Object.entries(STATES))(
    '%s: axe has nothing against it',
    async (_, state) => {
      document.documentElement.lang = locale
      document.title = 'Page'
      document.body.innerHTML = renderToStaticMarkup(pageOf(locale, state))
      const { violations, passes } = await axe.run(document, { rules: RULES })
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([])
      expect(passes.length).toBeGreaterThan(10)
    },
    60_000,
  )
})
