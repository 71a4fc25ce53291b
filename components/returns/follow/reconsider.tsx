import { Heading } from '@/components/ui/heading'
import type { Talk } from '@/lib/i18n/translator'
import type { FollowModel } from './follow-model'

const LINK = 'inline-flex min-h-12 items-center text-link underline underline-offset-4'

/** What can still be changed; nothing once the carrier has it. */
export function Reconsider({ follow, talk: { t } }: { follow: FollowModel; talk: Talk }) {
  const { cancelHref, methodHref } = follow
  if (!cancelHref && !methodHref) return null
  return (
    <section data-part="reconsider" data-live="reconsider" className="print:hidden">
      <Heading level={2}>{t('returned.reconsider.title')}</Heading>
      <ul className="mt-1">
        {methodHref ? (
          <li>
            <a href={methodHref} className={LINK}>
              {t('returned.reconsider.method')}
            </a>
          </li>
        ) : null}
        {cancelHref ? (
          <li>
            <a href={cancelHref} className={LINK}>
              {t('returned.reconsider.cancel')}
            </a>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
