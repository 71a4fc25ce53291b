import type { ReactNode } from 'react'
import type { ReturnItemJson, ReturnJson } from '@/lib/client/json'
import { LOCALE_TABLE } from '@/lib/i18n/locales'
import { Parcel } from './parcel'
import { Progress } from './progress'
import { ReturnItem } from './return-item'
import { ReturnLabel } from './return-label'
import { ReturnSum } from './return-sum'
import { type Level, Title } from './title'

export type ReturnProps = {
  back: ReturnJson
  /** The headline's level in the page; 2 when left out. */
  level?: Level
  className?: string
  /** Beside each item: a button that objects to a deduction, say. */
  itemAction?: (item: ReturnItemJson) => ReactNode
  /** Below everything of ours: a button that cancels, say. */
  children?: ReactNode
}

/** A return in the words that came with it; a change of the answer is announced, politely. */
export function Return({ back, level = 2, className, itemAction, children }: ReturnProps) {
  const { words, action, locale, items, boxes } = back
  return (
    <section
      data-doorstep=""
      data-part="return"
      data-status={back.state}
      data-tone={back.tone}
      lang={LOCALE_TABLE[locale].html}
      className={className}
    >
      <div data-part="lead">
        <p data-part="number" translate="no">
          {back.number}
        </p>
        <div aria-live="polite">
          <Title level={level} part="headline">
            {words.title}
          </Title>
          <p data-part="meaning">{words.meaning}</p>
        </div>
        <p data-part="next">{words.next}</p>
        {action ? (
          <p data-part="action">
            <a href={action.url}>{action.text}</a>
          </p>
        ) : null}
        <Progress progress={back.progress} words={words} />
      </div>
      <ReturnLabel back={back} level={level + 1} />
      <div data-part="items">
        <Title level={level + 1} part="label">
          {words.labels.items}
        </Title>
        <ul>
          {items.map((item) => (
            <ReturnItem key={item.key} item={item}>
              {itemAction?.(item)}
            </ReturnItem>
          ))}
        </ul>
      </div>
      {boxes.map(({ box, parcel }) =>
        parcel ? <Parcel key={box} parcel={parcel} locale={locale} level={level} /> : null,
      )}
      {words.money ? (
        <div data-part="money">
          <Title level={level + 1} part="label">
            {words.labels.money}
          </Title>
          <p>{words.money}</p>
        </div>
      ) : null}
      <ReturnSum back={back} level={level + 1} />
      {children}
    </section>
  )
}
