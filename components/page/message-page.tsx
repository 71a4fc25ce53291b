import { Help } from '@/components/parcel/help'
import { Landmark, type LandmarkName } from '@/components/parcel/landmark'
import { ButtonLink } from '@/components/ui/button-link'
import { Document } from './document'
import type { Frame } from './frame'

const MESSAGES = {
  notFound: { landmark: 'gone', lookUp: true },
  unknownLink: { landmark: 'unnumbered', lookUp: true },
  unknownShop: { landmark: 'gone', lookUp: false },
  unknownNumber: { landmark: 'unnumbered', lookUp: true },
  tooMany: { landmark: 'barrier', lookUp: false },
  badRequest: { landmark: 'note', lookUp: true },
  busy: { landmark: 'barrier', lookUp: false },
  unavailable: { landmark: 'door', lookUp: false },
  error: { landmark: 'note', lookUp: false },
} as const satisfies Record<string, { landmark: LandmarkName; lookUp: boolean }>

export type MessageKind = keyof typeof MESSAGES

export type MessagePageProps = {
  frame: Frame
  kind: MessageKind
  /** The HTTP status. */
  status: number
  /** For `tooMany`: how long to wait. */
  minutes?: number
}

/** A page that has nothing to show but says what to do. */
export function MessagePage({ frame, kind, status, minutes = 15 }: MessagePageProps) {
  const { talk, shop, lookUpHref } = frame
  const { t } = talk
  const { landmark, lookUp } = MESSAGES[kind]
  const title = t(`problem.${kind}.title`)
  return (
    <Document frame={frame} headline={title}>
      <div className="overflow-x-clip bg-ground text-words" data-part="message" data-kind={kind}>
        <div className="mx-auto max-w-6xl px-5 pt-10 sm:px-8 sm:pt-16">
          <p className="text-sm text-quiet tabular-nums">{t('problem.code', { status })}</p>
          <h1 className="display mt-4 text-[calc(var(--ds-scale)*clamp(2.5rem,10vw,6rem))] hyphens-auto">
            {title}
          </h1>
          <p className="mt-6 max-w-[46ch] text-lg leading-snug">
            {kind === 'tooMany' ? t('problem.tooMany.text', { minutes }) : t(`problem.${kind}.text`)}
          </p>
          <div className="relative mt-8 flex flex-wrap items-end justify-between gap-x-10 border-b-3 border-mark">
            <div className="flex flex-wrap gap-4 pb-8">
              {lookUp ? <ButtonLink href={lookUpHref}>{t('problem.lookUp')}</ButtonLink> : null}
              {kind === 'unknownShop' ? null : (
                <a
                  href={shop.homeUrl}
                  className="inline-flex min-h-12 items-center text-mark underline underline-offset-4"
                >
                  {t('problem.home', { shop: shop.name })}
                </a>
              )}
            </div>
            <Landmark name={landmark} className="ms-auto h-35 w-28 text-mark" />
            <span className="absolute start-full top-full w-screen border-t-3 border-mark" />
          </div>
          <div className="h-10 sm:h-14" />
        </div>
      </div>
      <div className="mx-auto max-w-6xl px-5 py-10 sm:px-8 sm:py-14">
        <Help shop={shop} reference={null} talk={talk} />
      </div>
    </Document>
  )
}
