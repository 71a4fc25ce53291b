import type { ReactNode } from 'react'
import { LOCALE_TABLE } from '@/lib/i18n/locales'
import { Footer } from './footer'
import type { Frame } from './frame'
import { Header } from './header'

/** Attributes of the page's content that its island reads. */
export type LiveSource = {
  /** The JSON of the same content. */
  json: string
  /** Its version when this page was made. */
  etag: string | null
  /** Nothing will change any more. */
  final: boolean
}

type DocumentProps = {
  frame: Frame
  /** The page's name before the shop's. */
  headline: string
  live?: LiveSource | null
  children: ReactNode
}

/** One whole document in the shop's look. Print `<!doctype html>` before it. */
export function Document({ frame, headline, live = null, children }: DocumentProps) {
  const {
    talk,
    shop,
    styles,
    islands,
    alternates,
    origin,
    canonicalHref,
    iconHref,
    pictureHref,
    chrome,
    indexed,
  } = frame
  const { t, lang, dir } = talk
  const title = t('page.title', { headline, shop: shop.name })
  const description = t('page.description', { shop: shop.name })
  return (
    <html lang={lang} dir={dir}>
      {/* biome-ignore lint/style/noHeadElement: a whole document, with no framework around it. */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={description} />
        <meta name="format-detection" content="telephone=no,date=no,address=no" />
        {indexed ? null : <meta name="robots" content="noindex,nofollow" />}
        <meta name="theme-color" content={shop.brand.light.surface} media="(prefers-color-scheme:light)" />
        <meta name="theme-color" content={shop.brand.dark.surface} media="(prefers-color-scheme:dark)" />
        {iconHref ? <link rel="icon" href={iconHref} /> : null}
        {canonicalHref ? <link rel="canonical" href={canonicalHref} /> : null}
        {alternates.map(({ locale, href }) => (
          <link
            key={locale}
            rel="alternate"
            hrefLang={LOCALE_TABLE[locale].html}
            href={new URL(href, origin).href}
          />
        ))}
        <meta property="og:title" content={title} />
        <meta property="og:site_name" content={shop.name} />
        <meta property="og:description" content={description} />
        {pictureHref ? <meta property="og:image" content={pictureHref} /> : null}
        {/* One small document: painted whole, so that nothing which hangs at an edge moves while the rest is read. */}
        <link rel="expect" href="#end" blocking="render" />
        {styles.map((css) => (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: CSS of our own, compiled or computed from checked colours.
          <style key={css.slice(0, 40)} dangerouslySetInnerHTML={{ __html: css }} />
        ))}
        {islands.map((src) => (
          <script key={src} type="module" async src={src} />
        ))}
      </head>
      <body className={chrome ? 'flex min-h-dvh flex-col' : 'flex flex-col'}>
        {chrome ? (
          <a href="#content" className="sr-only bg-surface text-link focus:not-sr-only focus:p-4">
            {t('page.skip')}
          </a>
        ) : null}
        {chrome ? <Header frame={frame} /> : null}
        <main
          id="content"
          tabIndex={-1}
          className="grow outline-none"
          data-json={live?.json}
          data-etag={live?.etag ?? undefined}
          data-final={live?.final ? '' : undefined}
        >
          {children}
          {live ? <p role="status" data-part="announcer" className="sr-only" /> : null}
        </main>
        {chrome ? <Footer frame={frame} /> : null}
        <span id="end" hidden />
      </body>
    </html>
  )
}
