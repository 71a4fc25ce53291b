import { SENT_CHANNELS, type SentChannel } from './channel'
import { decide, type Recipient } from './decide'
import type { Act } from './entry'
import { isMarketing, MARKETING, type MarketingPurpose } from './purpose'
import { objectsToPersonalisation, standingOf } from './standing'

/** How long the link of a request can be confirmed. */
export const CONFIRM_DAYS = 14

const DAY_MS = 86_400_000

export type ChoiceSubject = MarketingPurpose | 'delivery' | 'personalisation'

/** Something that can be switched, as it stands. */
export type Choice = {
  subject: ChoiceSubject
  /** Null: it is about pages. */
  channel: SentChannel | null
  /** `pending`: asked for, and not confirmed yet. */
  state: 'on' | 'off' | 'pending'
  /** A yes stands in the log; without one it is on by law, until somebody objects. */
  agreed: boolean
}

/** One word of somebody's, to be written into the log. */
export type Change = { act: Act; subject: ChoiceSubject; channel: SentChannel | null }

export const choiceKey = ({ subject, channel }: Pick<Choice, 'subject' | 'channel'>): string =>
  `${subject}.${channel ?? 'page'}`

function byMail(purpose: MarketingPurpose, recipient: Recipient, country: string | null, now: Date): Choice {
  const channel = 'email'
  const ask = {
    purpose,
    channel,
    country,
    similarGoods: true,
    saysHowToObject: true,
    advertises: false,
  } as const
  const { consent } = standingOf(recipient.entries, purpose, channel)
  const agreed = consent === 'given' || consent === 'confirmed'
  const isOpen = recipient.entries.some(
    ({ act, subject, channel: through, at }) =>
      act === 'requested' &&
      subject === purpose &&
      through === channel &&
      now.getTime() - at.getTime() <= CONFIRM_DAYS * DAY_MS,
  )
  if (decide(ask, recipient, now).allowed) return { subject: purpose, channel, state: 'on', agreed }
  return { subject: purpose, channel, state: consent === 'requested' && isOpen ? 'pending' : 'off', agreed }
}

/** What was agreed to elsewhere can be taken back here. */
const elsewhere = ({ entries }: Recipient): Choice[] =>
  SENT_CHANNELS.filter((channel) => channel !== 'email').flatMap((channel) =>
    (['delivery', ...MARKETING] as const).flatMap((subject) => {
      const { consent } = standingOf(entries, subject, channel)
      const agreed = consent === 'given' || consent === 'confirmed'
      return agreed ? [{ subject, channel, state: 'on', agreed } as const] : []
    }),
  )

/** Everything that somebody can choose, in reading order; without an address only what pages show. */
export function choicesOf(
  recipient: Recipient,
  { country, hasEmail }: { country: string | null; hasEmail: boolean },
  now: Date,
): Choice[] {
  const { entries } = recipient
  const personalisation: Choice = {
    subject: 'personalisation',
    channel: null,
    state: objectsToPersonalisation(entries) ? 'off' : 'on',
    agreed: false,
  }
  if (!hasEmail) return [personalisation]
  const { objected } = standingOf(entries, 'delivery', 'email')
  return [
    { subject: 'delivery', channel: 'email', state: objected ? 'off' : 'on', agreed: false },
    ...MARKETING.map((purpose) => byMail(purpose, recipient, country, now)),
    ...elsewhere(recipient),
    personalisation,
  ]
}

function changeTo(choice: Choice, wanted: boolean): Act | null {
  if (wanted === (choice.state === 'on')) return null
  if (choice.state === 'on') return choice.agreed ? 'withdrawn' : 'objected'
  if (choice.subject === 'personalisation') return 'allowed'
  if (choice.channel !== 'email') return null
  // Advertising needs a yes from the mailbox itself: whoever holds an order's link need not own it.
  return isMarketing(choice.subject) ? 'requested' : 'given'
}

/** What has to be written so that everything that was shown stands as it was chosen; keys as in `choiceKey`. */
export const planChanges = (
  choices: readonly Choice[],
  shown: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
): Change[] =>
  choices.flatMap((choice) => {
    const key = choiceKey(choice)
    const act = shown.has(key) ? changeTo(choice, wanted.has(key)) : null
    return act ? [{ act, subject: choice.subject, channel: choice.channel }] : []
  })
