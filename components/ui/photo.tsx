import { Icon } from './icon'

export type Picture = { src: string; width: number; height: number }

const SIDE = 72

/** An item's picture on a fixed square, so that nothing moves while it loads; a box where there is none. */
export function Photo({ picture }: { picture: Picture | null }) {
  const frame = 'size-18 shrink-0 overflow-hidden rounded-brand bg-surface text-muted'
  if (!picture)
    return (
      <span className={`${frame} grid place-items-center border border-line`}>
        <Icon name="box" className="size-7" />
      </span>
    )
  return (
    <span className={frame}>
      <img
        src={picture.src}
        width={SIDE}
        height={SIDE}
        alt=""
        loading="lazy"
        decoding="async"
        className="size-full object-cover"
      />
    </span>
  )
}
