import { problem } from '@/app/_server/problem'
import { problemWords } from '@/components/returns/problem-words'
import type { FieldError } from '@/lib/core/field-error'
import { sayPhrase } from '@/lib/i18n/say-phrase'
import type { Talk } from '@/lib/i18n/translator'
import type { DraftProblem } from '@/lib/returns/draft-change'
import { draftFields } from '@/lib/returns/draft-fields'
import type { Filled } from '@/lib/returns/request/fill-draft'
import type { RequestError } from '@/lib/services/returns/request-return'
import { PRIVATE_HEADERS } from './act-on-order'

/** Problems of a draft's fields where they stand in a request, said in the asked language. */
export const draftErrors = (
  problems: readonly DraftProblem[],
  pointers: Filled['pointers'],
  { t }: Talk,
): FieldError[] =>
  problems.map((one) => ({
    pointer: pointers.get(one.field) ?? '',
    code: one.key,
    detail: problemWords([one], t)[0]?.text ?? one.key,
  }))

type NotEligible = Extract<RequestError, { refusals: unknown }>

/** Why lines can't go back, in the policy's words, where they stand in a request. */
export const refusalErrors = (
  { refusals, code }: { refusals: NotEligible['refusals']; code: string },
  pointers: Filled['pointers'],
  talk: Talk,
  today: string,
): FieldError[] =>
  refusals.map(({ orderId, lineId, phrase }) => ({
    pointer: (pointers.get(draftFields.quantity(orderId, lineId)) ?? '/items').replace(/\/quantity$/, ''),
    code,
    detail: sayPhrase(phrase, talk, { today }),
  }))

const invalid = (errors: FieldError[]): Response =>
  problem('invalid_body', { errors, headers: PRIVATE_HEADERS })

/** Why a request for a return, or for its sum, can't be: as a problem document. */
export function requestRefused(error: RequestError, talk: Talk, today: string): Response {
  switch (error.code) {
    case 'unknown_order':
      return problem('not_found', { headers: PRIVATE_HEADERS })
    case 'foreign_order':
      return invalid(
        error.places.map((place) => ({
          pointer: `/items/${place}/order`,
          code: 'orderOfSomebodyElse',
          detail: talk.t('returns.errors.orderOfSomebodyElse'),
        })),
      )
    case 'invalid':
      return invalid(draftErrors(error.error, error.pointers, talk))
    case 'quote_changed':
      return problem('sum_changed', {
        detail: 'Ask for the sum again, show it, and send its `seen`.',
        headers: PRIVATE_HEADERS,
      })
    default:
      return invalid(refusalErrors(error, error.pointers, talk, today))
  }
}
