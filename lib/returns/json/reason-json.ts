import { sayPhrase } from '@/lib/i18n/say-phrase'
import type { Texts } from '@/lib/returns/phrase'
import type { Reason, SubReason } from '@/lib/returns/policy/schema'
import type { ReasonJson, SubReasonJson } from './options-types'
import type { Spoken } from './spoken'

const say = (texts: Texts, { talk, today }: Spoken): string => sayPhrase({ own: texts }, talk, { today })

/** A sub-reason asks what its reason asks, unless it says otherwise. */
const subReasonJson = (
  { id, texts, photos, comment, hint }: SubReason,
  reason: Reason,
  spoken: Spoken,
): SubReasonJson => ({
  id,
  text: say(texts, spoken),
  photos: photos ?? reason.photos,
  comment: comment ?? reason.comment,
  hint: hint ? say(hint, spoken) : null,
})

/** A reason in the asked language. */
export const reasonJson = (reason: Reason, spoken: Spoken): ReasonJson => ({
  id: reason.id,
  text: say(reason.texts, spoken),
  photos: reason.photos,
  comment: reason.comment,
  hint: reason.hint ? say(reason.hint, spoken) : null,
  outcomes: reason.outcomes ?? null,
  subReasons: reason.subReasons.map((sub) => subReasonJson(sub, reason, spoken)),
})
