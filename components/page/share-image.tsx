import type { SchemeColours } from '@/lib/shops/brand-colours'

export const SHARE_SIZE = { width: 1200, height: 630 }

type ShareImageProps = {
  shop: string
  title: string
  meaning: string
  colours: SchemeColours
  /** How many steps of the way are done, of how many. */
  progress: { done: number; of: number }
}

/** What a shared link shows: the shop and the parcel's state, nothing personal. Inline styles: this becomes a picture. */
export function ShareImage({ shop, title, meaning, colours, progress }: ShareImageProps) {
  const { ground, words, quiet, mark } = colours.tones.calm
  const steps = Array.from({ length: progress.of }, (_, index) => index)
  return (
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        padding: '72px 80px',
        background: ground,
        color: words,
        fontFamily: 'text',
      }}
    >
      <div style={{ display: 'flex', fontSize: 40, fontFamily: 'heading' }}>{shop}</div>
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <div
          style={{
            fontSize: title.length > 24 ? 76 : 104,
            fontFamily: 'heading',
            lineHeight: 1.05,
            letterSpacing: '-0.03em',
          }}
        >
          {title}
        </div>
        <div style={{ marginTop: 28, fontSize: 36, color: quiet, lineHeight: 1.35 }}>{meaning}</div>
      </div>
      <div style={{ display: 'flex', gap: 14 }}>
        {steps.map((step) => (
          <div
            key={step}
            style={{
              display: 'flex',
              height: 14,
              flexGrow: 1,
              borderRadius: 7,
              background: step <= progress.done ? mark : quiet,
              opacity: step <= progress.done ? 1 : 0.25,
            }}
          />
        ))}
      </div>
    </div>
  )
}
