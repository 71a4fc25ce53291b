import type { Calendar, Moment } from '@/db/seed/demo/calendar'
import type { DemoSlug } from '@/db/seed/demo/shops'
import type { Disposition, Grade, Outcome } from '@/lib/returns/vocabulary'

/** One thing that happens to a return, when. */
export type ReturnStep = { at: Moment } & (
  | { do: 'scan'; code: string; text: string; city: string | null }
  | { do: 'receive' }
  | {
      do: 'check'
      grade: Grade
      disposition: Disposition
      deduction?: { amount: number; reason: string }
    }
  | { do: 'refund'; reference: string }
)

/** A return of the demo: what was asked for, and what became of it. */
export type ReturnStory = {
  shop: DemoSlug
  order: string
  /** What to see there, in English, for the list that the demo prints. */
  headline: string
  asked: Moment
  item: {
    line: string
    reason: string
    subReason?: string
    comment?: string
    outcome: Outcome
    exchangeSku?: string
  }
  method: string | null
  steps: ReturnStep[]
}

const PICKED_UP = 'Die Sendung wurde in einer Filiale eingeliefert.'
const ON_ITS_WAY = 'Die Sendung wurde im Start-Paketzentrum bearbeitet.'
const HANDED_OVER = 'Die Sendung wurde dem Empfänger zugestellt.'

const wayBack = (c: Calendar, days: number): ReturnStep[] => [
  {
    do: 'scan',
    at: c.at(days, '16:20'),
    code: 'in_transit.accepted',
    text: PICKED_UP,
    city: 'Bad Tölz',
  },
  { do: 'scan', at: c.at(days, '21:12'), code: 'in_transit.departed', text: ON_ITS_WAY, city: 'Aschheim' },
]

const arrived = (c: Calendar, days: number): ReturnStep => ({
  do: 'scan',
  at: c.at(days, '09:38'),
  code: 'delivered.other',
  text: HANDED_OVER,
  city: 'Rosenheim',
})

/** Returns at every stage, all of one order. */
export function returnStories(c: Calendar): ReturnStory[] {
  const story = (
    headline: string,
    asked: Moment,
    item: ReturnStory['item'],
    steps: ReturnStep[] = [],
    method: string | null = 'label',
  ): ReturnStory => ({ shop: 'alpenglueck', order: 'AG-1012', headline, asked, item, method, steps })
  return [
    story('a label to print and to hand in', c.at(-1, '20:02'), {
      line: '4',
      reason: 'changed_mind',
      outcome: 'refund',
    }),
    story(
      'on its way back',
      c.at(-3, '18:45'),
      { line: '1', reason: 'size', subReason: 'too_small', outcome: 'refund' },
      wayBack(c, -2),
    ),
    story(
      'an exchange that has arrived and is being checked',
      c.at(-5, '08:31'),
      {
        line: '2',
        reason: 'size',
        subReason: 'too_small',
        outcome: 'exchange_variant',
        exchangeSku: 'AG-BOOT-43-COG',
      },
      [...wayBack(c, -4), arrived(c, -2), { do: 'receive', at: c.at(-1, '10:05') }],
    ),
    story(
      'checked, with a deduction that can be contested',
      c.at(-6, '21:14'),
      { line: '3', reason: 'not_as_expected', subReason: 'colour', outcome: 'refund' },
      [
        ...wayBack(c, -5),
        arrived(c, -4),
        { do: 'receive', at: c.at(-3, '09:10') },
        {
          do: 'check',
          at: c.at(-2, '11:22'),
          grade: 'worn',
          disposition: 'second_hand',
          deduction: {
            amount: 2000,
            reason: 'Der Rucksack war auf Tour: Harz am Boden, ein Riemen gekürzt.',
          },
        },
      ],
    ),
    story(
      'refunded: the money is on its way',
      c.at(-8, '07:58'),
      { line: '5', reason: 'ordered_several', outcome: 'refund' },
      [
        ...wayBack(c, -7),
        arrived(c, -5),
        { do: 'receive', at: c.at(-4, '08:47') },
        { do: 'check', at: c.at(-3, '13:30'), grade: 'as_new', disposition: 'restock' },
        { do: 'refund', at: c.at(-1, '15:00'), reference: 're_demo_5' },
      ],
      'qr',
    ),
    story('a defect that a person looks at first', c.at(-1, '12:40'), {
      line: '6',
      reason: 'defective',
      subReason: 'from_start',
      comment: 'Das Emaille ist am Rand abgeplatzt, gleich beim ersten Spülen.',
      outcome: 'replacement',
    }),
  ]
}
