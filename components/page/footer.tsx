import { LOCALE_TABLE } from '@/lib/i18n/locales'
import { localised } from '@/lib/i18n/localised'
import type { Frame } from './frame'

const LINK = 'flex min-h-12 items-center px-2.5 underline-offset-4 hover:underline'
const LEGAL = ['imprint', 'privacy', 'terms'] as const

/** What the law asks for, and the page's other languages as plain links. */
export function Footer({ frame: { shop, talk, alternates, returnsHref } }: { frame: Frame }) {
  const { t, locale } = talk
  const legal = LEGAL.flatMap((name) => {
    const href = localised(shop.footer[name], locale)
    return href ? [{ name, href }] : []
  })
  return (
    <footer className="border-t border-line bg-surface text-sm text-muted print:hidden">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 px-5 py-2 sm:px-8">
        {returnsHref ? (
          <p className="-mx-2.5">
            <a href={returnsHref} className={LINK}>
              {t('returns.footer')}
            </a>
          </p>
        ) : null}
        {legal.length > 0 ? (
          <nav aria-label={t('page.legal')}>
            <ul className="-mx-2.5 flex flex-wrap">
              {legal.map(({ name, href }) => (
                <li key={name}>
                  <a href={href} className={LINK}>
                    {t(`page.${name}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        {alternates.length > 1 ? (
          <nav aria-label={t('page.languages')}>
            <ul className="-mx-2.5 flex flex-wrap">
              {alternates.map(({ locale: other, href }) => (
                <li key={other}>
                  <a
                    href={href}
                    lang={LOCALE_TABLE[other].html}
                    hrefLang={LOCALE_TABLE[other].html}
                    aria-current={other === locale ? 'page' : undefined}
                    className={`${LINK} aria-[current]:font-semibold aria-[current]:text-text`}
                  >
                    {LOCALE_TABLE[other].name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
      </div>
    </footer>
  )
}
