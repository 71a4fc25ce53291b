// Renders every shopper page in three tastes to static files: `npm run gallery [folder]`, then open its index.html.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Columns } from '@/components/page/columns'
import { Document } from '@/components/page/document'
import type { Frame } from '@/components/page/frame'
import { LookUpPage } from '@/components/page/look-up-page'
import { MessagePage } from '@/components/page/message-page'
import { orderModel } from '@/components/page/order-model'
import { OrderPage } from '@/components/page/order-page'
import { ParcelPage } from '@/components/page/parcel-page'
import { parcelModel } from '@/components/parcel/parcel-model'
import type { ItemModel, ParcelFacts } from '@/components/parcel/view-model'
import { SLOTS } from '@/components/slots/registry'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { brandCss } from '@/lib/shops/brand-css'
import type { Shop } from '@/lib/shops/shop'
import type { SlotData } from '@/lib/slots/slot-data'
import { MIXED, portalPages, voiceIn } from '@/tests/support/portal-pages'
import { renderSlot } from '@/tests/support/render-slot'
import { SAMPLE_SHOPS } from '@/tests/support/sample-shops'
import { SAMPLES, type SampleName, TODAY } from '@/tests/support/samples'
import { SLOT_DATA, slotContext } from '@/tests/support/slot-samples'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = resolve(process.argv[2] ?? join(tmpdir(), 'doorstep-gallery'))

const picture = (hue: number): ItemModel['picture'] => ({
  src: `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"><path fill="hsl(${hue} 25% 72%)" d="M0 0h72v72H0z"/><path fill="hsl(${hue} 30% 38%)" d="M18 60V26l10-8h16l10 8v34z"/></svg>`)}`,
  width: 72,
  height: 72,
})

const ITEMS: ItemModel[] = [
  {
    id: '1',
    title: 'Regenjacke Karwendel',
    variant: 'M / Enzian',
    quantity: 2,
    url: 'https://shop.example/jacke',
    picture: picture(210),
  },
  { id: '2', title: 'Wollmütze Isar', variant: 'Moos', quantity: 1, url: null, picture: null },
]

const facts = (name: SampleName, id = 'p1'): ParcelFacts => ({
  id,
  view: SAMPLES[name],
  carrierName: 'DHL',
  number: '00340434161094000001',
  carrierUrl: 'https://www.dhl.example/00340434161094000001',
  items: ITEMS,
  order: null,
})

async function frameOf(shop: Shop, locale: Locale): Promise<Frame> {
  const manifest: { styles: Record<string, string> } = JSON.parse(
    await readFile(join(root, 'public/assets/manifest.json'), 'utf8'),
  )
  const css = await readFile(join(root, 'public', manifest.styles.shopper ?? ''), 'utf8')
  return {
    talk: translator(shop, locale),
    shop,
    styles: [css, brandCss(shop.brand)],
    islands: [],
    origin: 'https://shop.example',
    canonicalHref: null,
    alternates: shop.locales.map((other) => ({ locale: other, href: `?${other}` })),
    lookUpHref: '#',
    iconHref: null,
    pictureHref: null,
    chrome: true,
    indexed: false,
  }
}

function orderPage(frame: Frame, shop: Shop, names: SampleName[]): ReactElement {
  const order = orderModel(
    {
      number: 'AG-1001',
      placedAt: new Date('2026-11-21T09:12:00Z'),
      parcels: names.map((name, index) => facts(name, `p${index + 1}`)),
      restItems: names.length === 1 ? [] : ITEMS.slice(1),
      address: { name: 'R. Huber', lines: ['S••••••••• Str. ••', '80331 München', 'DE'] },
      now: new Date(`${TODAY}T14:00:00Z`),
    },
    shop,
    frame.talk,
  )
  return <OrderPage frame={frame} order={order} json="/api/v1/o/x" etag={null} />
}

/** What fits beside the story. */
const ASIDE = new Set(['store-finder', 'loyalty', 'newsletter'])

/** Every slot under each other, with a few of them beside. */
function slotsPage(
  frame: Frame,
  shop: Shop,
  changes: Partial<SlotData> = {},
  settings?: unknown,
): ReactElement {
  const { locale } = frame.talk
  const shown = (ids: string[]) =>
    ids.map((id) => (
      <div key={id}>
        {renderSlot(id, slotContext(shop, locale, id), {
          data: { ...SLOT_DATA, ...changes },
          ...(settings === undefined || id !== 'feedback' ? {} : { settings }),
        })}
      </div>
    ))
  const ids = Object.keys(SLOTS)
  return (
    <Document frame={frame} headline="Slots">
      <h1 className="sr-only">Slots</h1>
      <Columns aside={shown(ids.filter((id) => ASIDE.has(id)))}>
        {shown(ids.filter((id) => !ASIDE.has(id) || !changes.feedback))}
      </Columns>
    </Document>
  )
}

function pages(frame: Frame, shop: Shop): Record<string, ReactElement> {
  const singles = (Object.keys(SAMPLES) as SampleName[]).map(
    (name) => [name, orderPage(frame, shop, [name])] as const,
  )
  return {
    ...Object.fromEntries(singles),
    three: orderPage(frame, shop, ['delivered', 'tomorrow', 'locker']),
    none: orderPage(frame, shop, []),
    movement: (
      <ParcelPage
        frame={frame}
        parcel={parcelModel(facts('out'), shop, frame.talk)}
        json="/api/v1/p/x/y"
        etag={null}
      />
    ),
    'look-up': <LookUpPage frame={frame} action="#" errors={[]} values={{}} />,
    'look-up-error': (
      <LookUpPage
        frame={frame}
        action="#"
        errors={['no_match']}
        values={{ order: 'AG-1', proof: 'x@example.org' }}
      />
    ),
    ...Object.fromEntries(
      Object.entries(portalPages(shop, MIXED, voiceIn(shop, frame.talk.locale), { frame })).map(
        ([name, page]) => [`returns-${name}`, page],
      ),
    ),
    slots: slotsPage(frame, shop),
    'slots-answered': slotsPage(frame, shop, {
      feedback: { kind: 'stars', value: 4 },
      care: { addressHref: null, addressCorrected: true, wishesHref: '#', wished: 'neighbour' },
    }),
    'slots-nps': slotsPage(frame, shop, {}, { kind: 'nps' }),
    'not-found': <MessagePage frame={frame} kind="notFound" status={404} />,
    'too-many': <MessagePage frame={frame} kind="tooMany" status={429} />,
  }
}

await mkdir(out, { recursive: true })
const links: string[] = []
for (const [taste, shop] of Object.entries(SAMPLE_SHOPS))
  for (const locale of shop.locales)
    for (const [name, page] of Object.entries(pages(await frameOf(shop, locale), shop))) {
      const file = `${taste}-${locale}-${name}.html`
      await writeFile(join(out, file), `<!doctype html>${renderToStaticMarkup(page)}`)
      links.push(`<li><a href="${file}">${file}</a>`)
    }
await writeFile(
  join(out, 'index.html'),
  `<!doctype html><meta charset="utf-8"><title>Gallery</title><ul>${links.join('')}</ul>`,
)
console.log(join(out, 'index.html'))
