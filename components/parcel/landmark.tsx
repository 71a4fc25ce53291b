const FRAME = <path d="M14 119V48a34 34 0 0 1 68 0v71" />
const LEAF = <path d="M24 119V48a24 24 0 0 1 48 0v71" />
const FANLIGHT = <path d="M24 56h48M48 24v32M30 33l18 23 18-23" strokeWidth="2" />
const KNOB = <circle cx="64" cy="88" r="3" fill="currentColor" stroke="none" />

/** The end of the way, drawn to stand on the line: a door, in the state that the parcel is in. */
const LANDMARKS = {
  door: (
    <>
      {FRAME}
      {LEAF}
      {FANLIGHT}
      {KNOB}
    </>
  ),
  ajar: (
    <>
      {FRAME}
      <path d="M24 119V48a24 24 0 0 1 48 0v71" fill="currentColor" fillOpacity=".22" />
      <path d="M24 119V48a24 24 0 0 1 15-22l13 11v82Z" fill="currentColor" stroke="none" />
    </>
  ),
  open: (
    <>
      {FRAME}
      <path d="M24 119V48a24 24 0 0 1 48 0v71Z" fill="currentColor" />
      <g className="text-ground" strokeWidth="2.5">
        <path d="M34 91h28v27H34z" fill="currentColor" stroke="none" />
      </g>
      <path d="M34 91h28M48 91v9" strokeWidth="2.5" />
    </>
  ),
  note: (
    <>
      {FRAME}
      {LEAF}
      {FANLIGHT}
      {KNOB}
      <g className="text-ground">
        <path d="m37 71 20-3 4 26-20 3z" fill="currentColor" stroke="none" />
      </g>
      <path d="m37 71 20-3 4 26-20 3zM42 77l10-1.5m-9 7 10-1.5" strokeWidth="2" />
    </>
  ),
  unnumbered: (
    <>
      {FRAME}
      {LEAF}
      {KNOB}
      <path d="M41 60a7 7 0 1 1 10 6.5c-2 1-3 2.5-3 5.5m0 7v.3" strokeWidth="3.5" />
    </>
  ),
  barrier: (
    <>
      {FRAME}
      {LEAF}
      {FANLIGHT}
      <g className="text-ground">
        <path d="M2 84h92v13H2z" fill="currentColor" />
      </g>
      <path d="M2 84h92v13H2zM14 97l9-13m8 13 9-13m8 13 9-13m8 13 9-13" />
    </>
  ),
  gone: <path d="M14 119V48a34 34 0 0 1 68 0v71" strokeDasharray="3 8" />,
  locker: (
    <>
      <path d="M6 24h84v95H6zM6 56h84M6 88h84M34 24v95M62 24v95" />
      <path d="M34 56h28v32H34z" fill="currentColor" />
      <g className="text-ground">
        <path d="M41 70h14v18H41z" fill="currentColor" stroke="none" />
      </g>
    </>
  ),
  shop: (
    <>
      <path d="M12 60v59M84 60v59M14 28h68l8 24a8 8 0 0 1-14 4 9 9 0 0 1-14 0 9 9 0 0 1-14 0 9 9 0 0 1-14 0 9 9 0 0 1-14 0 8 8 0 0 1-14-4z" />
      <path d="M50 119V76h22v43M22 76h18v20H22z" />
    </>
  ),
} as const

export type LandmarkName = keyof typeof LANDMARKS

/** A picture that repeats what the words say; hidden from those who listen. */
export function Landmark({ name, className }: { name: LandmarkName; className: string }) {
  return (
    <svg
      viewBox="0 0 96 120"
      width="96"
      height="120"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
      data-landmark={name}
      className={className}
    >
      {LANDMARKS[name]}
    </svg>
  )
}
