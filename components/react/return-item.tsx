import type { ReactNode } from 'react'
import type { ReturnItemJson } from '@/lib/client/json'

const SIDE = 72

/** What was found when it was checked, and what was said about it. */
function Check({ item: { check, words } }: { item: ReturnItemJson }) {
  if (!check) return null
  return (
    <div data-part="check">
      <p data-part="grade">{words.grade}</p>
      {check.deductionReason ? (
        <p data-part="deduction">
          {check.deduction ? <span data-part="amount">{check.deduction.text}</span> : null}{' '}
          {check.deductionReason}
        </p>
      ) : null}
      {check.photos.map(({ url, width, height }) => (
        <img key={url} src={url} alt="" width={width} height={height} loading="lazy" />
      ))}
      {check.contest ? (
        <div data-part="contest">
          <p>{check.contest.text}</p>
          {check.contest.answer ? <p data-part="answer">{check.contest.answer}</p> : null}
        </div>
      ) : null}
    </div>
  )
}

/** An item on its way back. */
export function ReturnItem({ item, children }: { item: ReturnItemJson; children?: ReactNode }) {
  const { title, variant, quantity, image, words, exchange } = item
  return (
    <li data-part="item" data-outcome={item.outcome}>
      {image ? <img src={image} alt="" width={SIDE} height={SIDE} loading="lazy" decoding="async" /> : null}
      <div>
        <p data-part="item-title">
          {quantity > 1 ? `${quantity} × ` : ''}
          {title}
          {variant ? <span data-part="variant"> {variant}</span> : null}
        </p>
        <p data-part="outcome">
          {words.outcome}
          {exchange ? `: ${exchange.title} ${exchange.variant ?? ''}` : null}
        </p>
        <p data-part="reason">{[words.reason, words.subReason].filter(Boolean).join(' · ')}</p>
        <Check item={item} />
        {children}
      </div>
    </li>
  )
}
