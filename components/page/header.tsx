import { localised } from '@/lib/i18n/localised'
import type { Frame } from './frame'

const LOGO_HEIGHT = 36

function Logo({ shop }: Pick<Frame, 'shop'>) {
  const { light, dark, width, height } = shop.brand.logo
  if (!light) return <span className="display text-2xl">{shop.name}</span>
  return (
    <picture>
      {dark ? <source media="(prefers-color-scheme:dark)" srcSet={dark} /> : null}
      <img
        src={light}
        width={Math.round((width * LOGO_HEIGHT) / height)}
        height={LOGO_HEIGHT}
        alt=""
        className="h-9 w-auto max-w-full"
      />
    </picture>
  )
}

/** The shop's name or logo, and its links. */
export function Header({ frame: { shop, talk } }: { frame: Frame }) {
  const { t, locale } = talk
  const links = localised(shop.headerLinks, locale) ?? []
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 px-5 py-2 sm:px-8">
        <a
          href={shop.homeUrl}
          aria-label={t('page.home', { shop: shop.name })}
          className="flex min-h-12 items-center"
        >
          <Logo shop={shop} />
        </a>
        {links.length > 0 ? (
          <nav aria-label={t('page.nav')} className="print:hidden">
            <ul className="-mx-2.5 flex flex-wrap">
              {links.map((link) => (
                <li key={link.url}>
                  <a
                    href={link.url}
                    className="flex min-h-12 items-center px-2.5 underline-offset-4 hover:underline"
                  >
                    {link.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
      </div>
    </header>
  )
}
