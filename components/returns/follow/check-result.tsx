import { Icon } from '@/components/ui/icon'
import type { Talk } from '@/lib/i18n/translator'
import type { CheckModel } from './item-model'

function Said({ title, text }: { title: string; text: string }) {
  return (
    <div className="border-s-4 border-edge ps-4">
      <p className="text-sm text-muted">{title}</p>
      <p className="whitespace-pre-line">{text}</p>
    </div>
  )
}

/** What the check found: the grade, the photo that shows it, what is deducted and why, and the way to object. */
export function CheckResult({ check, talk: { t } }: { check: CheckModel; talk: Talk }) {
  const { grade, deduction, reason, photos, contestHref, contest, answer } = check
  return (
    <div data-part="check" className="mt-4 space-y-4 leading-snug">
      <p className="flex items-center gap-2.5">
        <Icon name={deduction ? 'warn' : 'good'} className="size-5 text-link" />
        <span>
          <span className="sr-only">{t('returned.check.found')}: </span>
          {grade}
          {deduction ? <span className="font-semibold">{`, ${deduction}`}</span> : null}
        </span>
      </p>
      {reason ? <p className="max-w-[52ch]">{reason}</p> : null}
      {photos.length > 0 ? (
        <ul className="flex flex-wrap gap-3">
          {photos.map(({ href, width, height }) => (
            <li key={href}>
              <a href={href} className="block">
                <img
                  src={href}
                  width={width}
                  height={height}
                  alt={t('returned.items.photo')}
                  loading="lazy"
                  decoding="async"
                  className="h-40 w-auto max-w-full rounded-brand object-cover sm:h-48"
                />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {contest ? <Said {...contest} /> : null}
      {answer ? <Said {...answer} /> : null}
      {contest && !answer ? <p className="text-sm text-muted">{t('returned.check.waiting')}</p> : null}
      {contestHref ? (
        <a
          href={contestHref}
          className="inline-flex min-h-12 items-center rounded-brand border-2 border-edge px-5 font-semibold underline-offset-4 hover:underline print:hidden"
        >
          {t('returned.check.contest')}
        </a>
      ) : null}
    </div>
  )
}
