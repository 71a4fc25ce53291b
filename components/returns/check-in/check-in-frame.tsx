import type { ReactNode } from 'react'
import { Document } from '@/components/page/document'
import type { Frame } from '@/components/page/frame'
import { HeadlineText } from '@/components/parcel/headline'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { Phrase } from '@/lib/i18n/phrase'
import type { ToneName } from '@/lib/shops/brand-colours'

export type FieldErrors = readonly { field: string; text: string }[]

/** A page of the warehouse: what it is about in letters that are read at arm's length, and below it what to press. */
export function CheckInFrame({
  frame,
  tone = 'calm',
  kicker,
  headline,
  lead = null,
  errors = [],
  children,
}: {
  frame: Frame
  tone?: ToneName
  kicker: string
  headline: Phrase | string
  lead?: ReactNode
  errors?: FieldErrors
  children: ReactNode
}) {
  const { t } = frame.talk
  const text = typeof headline === 'string' ? headline : headline.text
  return (
    <Document frame={frame} headline={`${kicker}: ${text}`}>
      <div data-part="lead" data-tone={tone} className="bg-ground text-words">
        <div className="mx-auto max-w-2xl px-4 pt-5 pb-6 sm:px-5">
          <p className="font-semibold text-mark tabular-nums">{kicker}</p>
          <div className="mt-3">
            {typeof headline === 'string' ? (
              <h1 className="display text-[calc(var(--ds-scale)*clamp(2.25rem,11vw,4rem))] hyphens-auto">
                {headline}
              </h1>
            ) : (
              <HeadlineText phrase={headline} level={1} id="headline" />
            )}
          </div>
          {lead ? <div className="mt-3 text-lg leading-snug">{lead}</div> : null}
        </div>
      </div>
      <div className="mx-auto max-w-2xl space-y-8 px-4 py-6 sm:px-5">
        <ErrorSummary title={t('checkIn.errorTitle')} errors={errors} />
        {children}
      </div>
    </Document>
  )
}
