import { Icon } from '@/components/ui/icon'
import type { Talk } from '@/lib/i18n/translator'
import type { LabelModel } from './label-model'

/** The sheet as it comes out of the printer, in its true proportions: the label is the same size on both. */
const SHEETS = {
  a4: 'M4 1.5h24v33.9H4zM7 5h10v12H7zM9.5 8v6m2-6v6m3-6v6',
  a6: 'M10 10h12v17H10zM13 14.5v8m3-8v8m3-8v8',
} as const

function Sheet({ form }: { form: 'a4' | 'a6' }) {
  return (
    <svg
      viewBox="0 0 32 37"
      width="32"
      height="37"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
      className="shrink-0"
    >
      <path d={SHEETS[form]} />
    </svg>
  )
}

const LOOKS = {
  first: 'bg-mark text-ground forced:border',
  second: 'border-2 border-mark text-words',
} as const

function Paper({
  href,
  form,
  nth,
  look,
  talk: { t },
}: {
  href: string
  form: 'a4' | 'a6'
  nth: string | null
  look: keyof typeof LOOKS
  talk: Talk
}) {
  return (
    <a
      href={href}
      rel="nofollow"
      className={`flex min-h-16 w-full items-center gap-4 rounded-brand px-5 py-3 leading-tight underline-offset-4 hover:underline print:hidden ${LOOKS[look]}`}
    >
      <Sheet form={form} />
      <span>
        <span className="block font-semibold">{t(`returned.label.${form}`)}</span>
        <span className="block text-sm">
          {t(`returned.label.${form}Note`)}
          {nth ? `, ${nth}` : null}
        </span>
      </span>
    </a>
  )
}

/** A code is dark on white whatever the page's colours are: scanners read no other. */
function Code({
  code,
  nth,
  talk: { t },
}: {
  code: NonNullable<LabelModel['code']>
  nth: string | null
  talk: Talk
}) {
  return (
    <figure className="w-full max-w-88">
      <img
        src={code.image}
        width={352}
        height={352}
        alt={nth ? `${t('returned.label.codeAlt')}, ${nth}` : t('returned.label.codeAlt')}
        className="aspect-square w-full rounded-brand bg-[#fff] p-2 forced-color-adjust-none"
      />
      <figcaption className="mt-3 leading-snug">
        {code.text ? (
          <>
            <span className="text-sm text-quiet">{t('returned.label.codeText')}</span>{' '}
            <span className="font-semibold wrap-anywhere tabular-nums select-all">{code.text}</span>
          </>
        ) : null}
        {nth ? <span className="block text-sm text-quiet first-letter:uppercase">{nth}</span> : null}
        <a
          href={code.save}
          download
          className="flex min-h-11 w-fit items-center gap-2.5 underline underline-offset-4 print:hidden"
        >
          <Icon name="box" className="size-5 text-mark" />
          {t('returned.label.codeSave')}
        </a>
      </figcaption>
    </figure>
  )
}

/** What is needed to hand it in, as large as it can be: at a counter nobody wants to look for it. */
export function Labels({ labels, talk }: { labels: readonly LabelModel[]; talk: Talk }) {
  if (labels.length === 0) return null
  return (
    <ul data-part="labels" className="space-y-5">
      {labels.map(({ box, nth, code, paper }) => (
        <li key={box} className="space-y-3">
          {code ? <Code code={code} nth={nth} talk={talk} /> : null}
          {paper.map(({ form, href }, index) => (
            <Paper
              key={form}
              href={href}
              form={form}
              nth={nth}
              look={index === 0 && !code ? 'first' : 'second'}
              talk={talk}
            />
          ))}
        </li>
      ))}
    </ul>
  )
}
