import type { ReactElement } from 'react'
import type { Given } from './way-model'

/** What comes back for a parcel: money, a voucher, another parcel. */
const TRAVELLERS = {
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
} as const satisfies Record<Given, ReactElement>

/** Stands on the line where what is given has come to. */
export function Traveller({ name, className }: { name: Given; className: string }) {
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
    </svg>
  )
}
