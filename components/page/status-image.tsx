import type { ToneColours } from '@/lib/shops/brand-colours'
import type { StatusPicture } from './status-picture'

/** Twice the width that mails are laid out in, for dense screens. */
export const STATUS_SIZE = { width: 1200, height: 600 }

/** Type sizes in picture pixels by the headline's length: a mail shows them at half, on a phone at a quarter. */
const HEADLINE_SIZES = [
  { upTo: 16, fontSize: 124 },
  { upTo: 28, fontSize: 100 },
  { upTo: 46, fontSize: 84 },
  { upTo: 72, fontSize: 68 },
  { upTo: Number.POSITIVE_INFINITY, fontSize: 54 },
] as const

const sizeOf = (text: string): number =>
  HEADLINE_SIZES.find(({ upTo }) => text.length <= upTo)?.fontSize ?? 54

type StatusImageProps = {
  picture: StatusPicture
  colours: ToneColours
  /** Corner radius in picture pixels. */
  radius: number
}

/**
 * What a mail shows of an order, whenever it is opened. A full field of colour with clear corners: it stands on a white mail
 * and on a dark one alike. Inline styles: this becomes a picture.
 */
export function StatusImage({ picture, colours: { ground, words, mark }, radius }: StatusImageProps) {
  const { shop, headline, note, asOf, progress } = picture
  const steps = progress ? Array.from({ length: progress.of }, (_, index) => index) : []
  return (
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        padding: '56px 64px',
        background: ground,
        color: words,
        borderRadius: radius,
        fontFamily: 'text',
      }}
    >
      <div
        style={{
          display: 'flex',
          justifyContent: 'space-between',
          alignItems: 'baseline',
          gap: 40,
          fontSize: 34,
        }}
      >
        <div style={{ display: 'block', lineClamp: 1, fontFamily: 'heading', fontSize: 42 }}>{shop}</div>
        <div style={{ display: 'flex', flexShrink: 0 }}>{asOf}</div>
      </div>
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <div
          style={{
            display: 'block',
            lineClamp: 3,
            fontFamily: 'heading',
            fontSize: sizeOf(headline),
            lineHeight: 1.06,
            letterSpacing: '-0.025em',
          }}
        >
          {headline}
        </div>
        {note ? (
          <div style={{ display: 'block', lineClamp: 2, marginTop: 20, fontSize: 36, lineHeight: 1.3 }}>
            {note}
          </div>
        ) : null}
      </div>
      <div style={{ display: 'flex', gap: 12 }}>
        {steps.map((step) => {
          const isDone = progress !== null && step < progress.done
          return (
            <div
              key={step}
              style={{
                display: 'flex',
                height: 16,
                flexGrow: 1,
                borderRadius: 8,
                background: mark,
                opacity: isDone ? 1 : 0.3,
              }}
            />
          )
        })}
      </div>
    </div>
  )
}
