import type { ParcelJson, ScanJson } from '@/lib/client/json'
import { dayText } from './day-text'
import { Title } from './title'

/** The carrier's clock where it is told, else the instant in UTC. */
function When({ scan: { at, localTime }, locale }: { scan: ScanJson; locale: string }) {
  const clock = localTime ?? at?.slice(0, 19)
  return clock ? (
    <time dateTime={at ?? clock}>{`${dayText(clock, locale)}${localTime ? '' : ' UTC'}`}</time>
  ) : null
}

type HistoryProps = { parcel: ParcelJson; locale: string; level: number }

/** Every scan, newest first: our words, and the carrier's where they say something else. */
export function History({ parcel: { scans, words, carrierName, number }, locale, level }: HistoryProps) {
  return (
    <div data-part="history">
      <Title level={level} part="label">
        {words.labels.history}
      </Title>
      <p data-part="number">
        {carrierName} <span translate="no">{number}</span>
      </p>
      <ol>
        {scans.map((scan, index) => {
          const said = words.scans[index] ?? null
          const detail = scan.text?.toLowerCase() === said?.toLowerCase() ? null : scan.text
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: counted from the oldest, which stays where it is.
            <li key={`${scan.at ?? scan.localTime}${scan.status}${scans.length - index}`} data-part="scan">
              <When scan={scan} locale={locale} />
              <span data-part="scan-title">{said ?? detail}</span>
              <span data-part="scan-detail">{[said && detail, scan.place].filter(Boolean).join(' · ')}</span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
