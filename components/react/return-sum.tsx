import type { ReturnJson } from '@/lib/client/json'
import { Title } from './title'

/** How the sum comes about; a gift's return shows none. */
export function ReturnSum({ back: { sum, words }, level }: { back: ReturnJson; level: number }) {
  if (!sum) return null
  return (
    <div data-part="sum">
      <Title level={level} part="label">
        {words.labels.sum}
      </Title>
      <dl>
        {sum.lines.map(({ kind, text, money, item }) => (
          <div key={`${kind} ${item} ${text}`} data-part="sum-line" data-kind={kind}>
            <dt>{text}</dt>
            <dd>{money.text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
