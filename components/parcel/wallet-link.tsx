import { Icon } from '@/components/ui/icon'
import type { Talk } from '@/lib/i18n/translator'

/** Adds the order to Apple Wallet; only for shops that sign their orders. */
export function WalletLink({ href, talk: { t } }: { href: string; talk: Talk }) {
  return (
    <p data-part="wallet" className="print:hidden">
      <a
        href={href}
        rel="nofollow"
        className="inline-flex min-h-11 items-center gap-2.5 text-link underline underline-offset-4"
      >
        <Icon name="box" className="size-5" />
        {t('wallet.add')}
      </a>
    </p>
  )
}
