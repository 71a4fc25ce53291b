/** The parcel itself, standing where it is; with a flag where it can't go on. */
export function StandingParcel({ stopped }: { stopped: boolean }) {
  return (
    <svg
      viewBox="0 0 40 40"
      width="40"
      height="40"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
      className="absolute start-0 bottom-2 z-10 size-8 -ms-2.5 text-mark sm:size-11 sm:-ms-4"
    >
      <g className="text-ground">
        <path d="M6 14h28v24H6z" fill="currentColor" stroke="none" />
      </g>
      <path d="M6 14h28v24H6zM6 14l4-6h20l4 6M20 14v8" />
      {stopped ? <path d="M20 32v.2m0-7.2v3" strokeWidth="3" /> : null}
    </svg>
  )
}
