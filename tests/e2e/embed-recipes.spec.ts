import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'
import { createElement, Fragment } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { hostPage } from './embed/host-page'
import { expect, heard, inside, listenFor, met, test } from './embed/test'

const FENCE = /```(\w+)\n([\s\S]*?)```/g

/** The first block of a recipe in one language that holds the element. */
async function snippetOf(recipe: string, language: string): Promise<string> {
  const text = await readFile(
    fileURLToPath(new URL(`../../docs/embed/${recipe}.md`, import.meta.url)),
    'utf8',
  )
  for (const [, name, code] of text.matchAll(FENCE))
    if (name === language && code?.includes('<doorstep-')) return code
  throw new Error(`${recipe}.md has no ${language} block with the element`)
}

/** What the shop systems do with the few things that the templates ask of them. */
const FILLED: readonly (readonly [RegExp, string])[] = [
  [/\{% schema %\}[\s\S]*|\{% sw_extends .*|\{% (?:end)?block.*|\{% set .*/g, ''],
  [/\{% if [^%]*%\}[^{]*\{% endif %\}/g, ''],
  [/\{\{ block\.settings\.page \}\}/g, 'parcel'],
  [/\{\{ block\.settings\.host \}\}/g, 'https://HOST'],
  [/\{\{ block\.settings\.shop \}\}/g, 'SHOP'],
  [/\{\{ (?:block\.settings\.title|'doorstep\.title'\|trans) \}\}/g, 'Your parcel'],
  [/\{\{ (?:request\.locale\.iso_code|language) \}\}/g, 'en'],
]

const filled = (template: string): string =>
  FILLED.reduce((text, [pattern, value]) => text.replace(pattern, value), template)

/** The page component of a recipe as the server side renders it; `next/script` prints a script element. */
async function rendered(source: string): Promise<string> {
  const { code } = await transform(source, {
    loader: 'tsx',
    format: 'cjs',
    jsxFactory: 'h',
    jsxFragment: 'F',
  })
  const module: { exports: { default?: () => React.ReactElement } } = { exports: {} }
  const Script = ({ src }: { src: string }) => createElement('script', { async: true, src })
  new Function('module', 'exports', 'require', 'h', 'F', code)(
    module,
    module.exports,
    () => ({ __esModule: true, default: Script }),
    createElement,
    Fragment,
  )
  const Page = module.exports.default
  if (!Page) throw new Error('the recipe exports no page')
  return renderToStaticMarkup(createElement(Page))
}

/** The markup that a WooCommerce shortcode prints: the format string with its five values. */
function printed(php: string): string {
  const [, first = '', second = '', third = ''] =
    /sprintf\(\s*'([^']*)' \.\s*'([^']*)' \.\s*'([^']*)'/.exec(php) ?? []
  const values = ['parcel', 'SHOP', 'en', 'https://HOST/e/SHOP/en', 'Your parcel']
  return `${first}${second}${third}`
    .replaceAll('%%', '%')
    .replace(/%(\d)\$s/g, (_, at) => values[at - 1] ?? '')
}

const RECIPES: Record<string, () => Promise<string>> = {
  'plain-html': () => snippetOf('plain-html', 'html'),
  webflow: () => snippetOf('webflow', 'html'),
  shopify: async () => filled(await snippetOf('shopify', 'liquid')),
  shopware: async () => filled(await snippetOf('shopware', 'twig')),
  woocommerce: async () =>
    `${printed(await snippetOf('woocommerce', 'php'))}<script async src="https://HOST/embed/v1.js"></script>`,
  nextjs: async () => rendered(await snippetOf('nextjs', 'tsx')),
  hydrogen: async () => rendered(await snippetOf('hydrogen', 'tsx')),
}

for (const [recipe, make] of Object.entries(RECIPES))
  test(`the recipe for ${recipe} shows the shop’s page and meets it`, async ({ page, origin, brand }) => {
    const content = (await make())
      .replaceAll('https://HOST', origin)
      .replaceAll('SHOP', brand.shop.slug)
      .replaceAll('alpenglueck', brand.shop.slug)
    expect(content).not.toMatch(/\{\{|\{%|HOST/)
    await listenFor(page)
    await page.goto(brand.site.put(hostPage(content)))
    await met(page)
    await expect(inside(page).locator('form').first()).toBeVisible()
    expect(await heard(page, 'error')).toEqual([])
  })
