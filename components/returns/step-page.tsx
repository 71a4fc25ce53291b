import type { ReactNode } from 'react'
import { Columns } from '@/components/page/columns'
import { Document } from '@/components/page/document'
import type { Frame } from '@/components/page/frame'
import { HeadlineText } from '@/components/parcel/headline'
import { Help } from '@/components/parcel/help'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Icon } from '@/components/ui/icon'
import type { Phrase } from '@/lib/i18n/phrase'
import { Notice } from './notice'
import { Road, Way } from './way'
import type { WayModel } from './way-model'

/** What every step shows around its question. */
export type StepFrame = {
  frame: Frame
  /** Whose return it is, by its orders. */
  kicker: string
  /** Null outside of the way. */
  way: WayModel | null
  errors: readonly { field: string; text: string }[]
  notice: { title: string; text: string } | null
  /** "Order AG-1001", for whoever asks for help. */
  reference: string | null
}

type StepPageProps = {
  step: StepFrame
  /** A question, or an answer in loud words. */
  headline: string | Phrase
  lead: ReactNode
  children: ReactNode
  aside?: ReactNode
}

const TITLE = 'display text-[calc(var(--ds-scale)*clamp(2.5rem,10.5vw,5.5rem))] hyphens-auto'

/** A step of a return: one question in the shop's loudest words, how far it is, and the answers. */
export function StepPage({ step, headline, lead, children, aside = null }: StepPageProps) {
  const { frame, kicker, way, errors, notice, reference } = step
  const { talk, shop } = frame
  const { t } = talk
  const at = way?.findIndex(({ state }) => state === 'current') ?? -1
  return (
    <Document frame={frame} headline={typeof headline === 'string' ? headline : headline.text}>
      <div data-part="lead" className="overflow-x-clip bg-ground text-words">
        <div className="mx-auto max-w-6xl px-5 pt-6 pb-6 sm:px-8 sm:pt-10 sm:pb-8">
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <p data-part="kicker" className="flex items-center gap-2.5 font-semibold text-mark">
              <Icon name="box" className="size-6" />
              {kicker}
            </p>
            {way ? (
              <p className="text-sm text-quiet tabular-nums max-sm:sr-only">
                {t('returns.step', { current: at + 1, total: way.length })}
              </p>
            ) : null}
          </div>
          <div className="mt-6 grid grid-cols-1 gap-4 sm:mt-10 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)] lg:items-end lg:gap-14">
            {typeof headline === 'string' ? (
              <h1 id="headline" data-part="headline" className={TITLE}>
                {headline}
              </h1>
            ) : (
              <HeadlineText phrase={headline} level={1} id="headline" />
            )}
            <div className="max-w-[46ch] space-y-2 leading-snug sm:text-lg">{lead}</div>
          </div>
          <div className="mt-5 sm:mt-8">{way ? <Way way={way} talk={talk} /> : <Road />}</div>
        </div>
      </div>
      <Columns
        aside={
          <>
            {aside}
            <Help shop={shop} reference={reference} talk={talk} />
          </>
        }
      >
        <div className="max-w-2xl space-y-10">
          {notice ? <Notice {...notice} /> : null}
          <ErrorSummary title={t('returns.errorTitle')} errors={errors} />
          {children}
        </div>
      </Columns>
    </Document>
  )
}
