import { Heading } from '@/components/ui/heading'
import type { Talk } from '@/lib/i18n/translator'
import type { HandInStep } from './steps-model'

/** What is to be done, one thing after the other. */
export function HandIn({ steps, talk: { t } }: { steps: readonly HandInStep[]; talk: Talk }) {
  if (steps.length === 0) return null
  return (
    <section data-part="steps">
      <Heading level={2}>{t('returned.steps.title')}</Heading>
      <ol className="mt-3">
        {steps.map(({ text, lines }, index) => (
          <li
            key={text}
            className="grid grid-cols-[2.75rem_minmax(0,1fr)] items-baseline border-t border-line py-4 sm:grid-cols-[4rem_minmax(0,1fr)]"
          >
            <span aria-hidden="true" className="display text-4xl text-link tabular-nums sm:text-5xl">
              {index + 1}
            </span>
            <div className="text-lg leading-snug">
              <p>{text}</p>
              {lines.length > 0 ? (
                <address className="mt-2 border-s-4 border-edge ps-4 not-italic select-all">
                  {lines.map((line) => (
                    <span key={line} className="block">
                      {line}
                    </span>
                  ))}
                </address>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
