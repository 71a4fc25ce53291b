import type { Return, ReturnBox } from '@/lib/returns/return'
import type { FollowFacts } from './follow-facts'

/** A box's label: files to print, or a code to show. */
export type LabelModel = {
  box: number
  /** "for parcel 1 of 2"; null: there is only one. */
  nth: string | null
  paper: { form: 'a4' | 'a6'; href: string }[]
  code: { image: string; save: string; text: string | null } | null
}

const FORMS = ['a4', 'a6'] as const

function paperOf({ box, label }: ReturnBox, { links }: FollowFacts): LabelModel['paper'] {
  if (!label) return []
  // What a provider made is a file; our own is drawn when it is asked for.
  const forms = label.files.length > 0 ? label.files.map(({ form }) => form) : label.barcode ? FORMS : []
  return FORMS.filter((form) => forms.includes(form)).map((form) => ({ form, href: links.label(box, form) }))
}

/** Every label of our own could be a code; it is one where the shopper chose to show it. */
function codeOf({ box, label }: ReturnBox, { links, method }: FollowFacts): LabelModel['code'] {
  const isFile = label?.files.some(({ form }) => form === 'qr')
  if (!label || !(isFile || (label.qrText && method.kind === 'qr'))) return null
  return { image: links.code(box, 'svg'), save: links.code(box, 'png'), text: label.barcode }
}

const isUsable = ({ state }: Return): boolean => state === 'approved' || state === 'label_issued'

/** The labels that can be used now. */
export function labelModels(facts: FollowFacts, nth: (index: number, total: number) => string): LabelModel[] {
  const { back } = facts
  if (!isUsable(back)) return []
  return back.boxes
    .filter(({ labelState }) => labelState === 'issued')
    .map((box) => ({
      box: box.box,
      nth: back.boxes.length > 1 ? nth(box.box, back.boxes.length) : null,
      paper: paperOf(box, facts),
      code: codeOf(box, facts),
    }))
    .filter(({ paper, code }) => paper.length > 0 || code !== null)
}
