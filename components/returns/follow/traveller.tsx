import type { ReactElement } from 'react'
import type { Given } from './way-model'

/** What is on its way: the parcel to the shop, then what comes back for it. */
const TRAVELLERS = {
  parcel: (
    <>
      <g className="text-ground">
        <path d="M6 14h28v24H6z" fill="currentColor" stroke="none" />
      </g>
      <path d="M6 14h28v24H6zM6 14l4-6h20l4 6M20 14v8" />
    </>
  ),
  refund: (
    <>
      <g className="text-ground">
        <circle cx="20" cy="23" r="15" fill="currentColor" stroke="none" />
      </g>
      <circle cx="20" cy="23" r="15" />
      <path d="M20 15v16m0 0-6-6m6 6 6-6" />
    </>
  ),
  credit: (
    <>
      <g className="text-ground">
        <path d="M3 14h34v7a4 4 0 0 0 0 8v9H3v-9a4 4 0 0 0 0-8z" fill="currentColor" stroke="none" />
      </g>
      <path d="M3 14h34v7a4 4 0 0 0 0 8v9H3v-9a4 4 0 0 0 0-8zM15 19v2m0 5v2m0 5v1" />
    </>
  ),
  exchange: (
    <>
      <g className="text-ground">
        <path d="M6 14h28v24H6z" fill="currentColor" stroke="none" />
      </g>
      <path d="M6 14h28v24H6zM6 14l4-6h20l4 6M13 24h13l-4-4m5 11H14l4 4" />
    </>
  ),
  repair: (
    <>
      <g className="text-ground">
        <path d="M6 14h28v24H6z" fill="currentColor" stroke="none" />
      </g>
      <path d="M6 14h28v24H6zM6 14l4-6h20l4 6M20 19v14M13 26h14" />
    </>
  ),
} as const satisfies Record<Given | 'parcel', ReactElement>

/** Stands on the line where the return is; with a flag where it can't go on. */
export function Traveller({
  name,
  stopped = false,
  className,
}: {
  name: keyof typeof TRAVELLERS
  stopped?: boolean
  className: string
}) {
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
      data-traveller={name}
      className={className}
    >
      {TRAVELLERS[name]}
      {stopped ? <path d="M34 14V2l-9 3.5 9 3.5" fill="currentColor" /> : null}
    </svg>
  )
}
