import type { Locale } from '@/lib/i18n/locales'
import type { CalendarDay } from '@/lib/returns/phrase'

/** Something that a merchant should know before a policy holds. An error keeps it from being stored. */
export type PolicyFinding = {
  severity: 'error' | 'warning'
  /** RFC 6901, into the document. */
  pointer: string
  code: FindingCode
  detail: string
}

export type LintOptions = {
  /** The shop's languages. */
  locales: readonly Locale[]
  /** For seasons that are over; left out: not looked at. */
  today?: CalendarDay
  /** The cheapest thing that the shop sells, in minor units; left out: unknown. */
  lowestPrice?: number
}

/** Every finding's code and how grave it is. */
export const FINDINGS = {
  duplicate_id: 'error',
  unknown_id: 'error',
  circular_destination: 'error',
  impossible_test: 'error',
  fee_on_withdrawal: 'error',
  window_below_statutory: 'error',
  credit_only: 'error',
  no_words: 'error',
  missing_words: 'warning',
  window_before_delivery: 'warning',
  refusal_within_withdrawal: 'warning',
  unreachable_rule: 'warning',
  overruled_action: 'warning',
  fee_above_price: 'warning',
  keep_without_limit: 'warning',
  no_common_reason: 'warning',
  season_over: 'warning',
  reminder_before_label: 'warning',
} as const satisfies Record<string, PolicyFinding['severity']>

export type FindingCode = keyof typeof FINDINGS

export const finding = (code: FindingCode, pointer: string, detail: string): PolicyFinding => ({
  severity: FINDINGS[code],
  pointer,
  code,
  detail,
})
