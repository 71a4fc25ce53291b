import type { ReactNode } from 'react'
import type { ItemJson, ParcelJson } from '@/lib/client/json'
import { History } from './history'
import { Items } from './items'
import { Pickup } from './pickup'
import { Progress } from './progress'
import { type Level, Title } from './title'

export type ParcelProps = {
  parcel: ParcelJson & { items?: readonly ItemJson[] }
  /** The language that was asked for; writes the dates. */
  locale: string
  /** The headline's level in the page; 2 when left out. */
  level?: Level
  className?: string
  /** Below everything of ours. */
  children?: ReactNode
}

function toneOf({ attention, status, lateSince, silentHours }: ParcelJson): string {
  if (attention) return attention
  if (status.startsWith('delivered')) return 'good'
  return lateSince || silentHours !== null ? 'warn' : 'calm'
}

/** One parcel in the words that came with it; a change of the answer is announced, politely. */
export function Parcel({ parcel, locale, level = 2, className, children }: ParcelProps) {
  const { words, items = [], status } = parcel
  return (
    <article
      data-doorstep=""
      data-part="parcel"
      data-status={status}
      data-tone={toneOf(parcel)}
      className={className}
    >
      <div data-part="lead">
        <div aria-live="polite">
          <Title level={level} part="headline">
            {words.title}
          </Title>
          <p data-part="meaning">{words.meaning}</p>
        </div>
        <p data-part="next">{words.next}</p>
        <Progress progress={parcel.progress} words={words} />
        <Pickup parcel={parcel} locale={locale} level={level + 1} />
        <p data-part="action">{words.action}</p>
      </div>
      <Items items={items} label={words.labels.items} level={level + 1} />
      <History parcel={parcel} locale={locale} level={level + 1} />
      {children}
    </article>
  )
}
