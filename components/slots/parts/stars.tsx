import type { SlotContext } from '@/lib/slots/slot'

const STARS = [1, 2, 3, 4, 5] as const

/** Five stars to choose from; every star up to the chosen one is filled, by the browser alone. */
export function Stars({ context: { talk } }: { context: SlotContext }) {
  return (
    <div className="-ms-1.5 flex">
      {STARS.map((count) => (
        <label
          key={count}
          className="grid size-12 cursor-pointer place-items-center rounded-brand text-edge outline-offset-0 hover:text-link has-[~label:hover]:text-link has-checked:text-link has-[:focus-visible]:outline-3 has-[~label>:checked]:text-link [&:is(:has(:checked),:has(~label>:checked),:hover,:has(~label:hover))_svg]:fill-current"
        >
          <input type="radio" name="value" value={count} required className="sr-only" />
          <svg
            viewBox="0 0 24 24"
            width="32"
            height="32"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.75"
            strokeLinejoin="round"
            aria-hidden="true"
          >
            <path d="m12 3 2.8 5.8 6.4.9-4.6 4.5 1 6.3L12 17.5l-5.6 3 1-6.3L2.8 9.7l6.4-.9L12 3Z" />
          </svg>
          <span className="sr-only">{talk.t('slots.feedback.star', { count })}</span>
        </label>
      ))}
    </div>
  )
}
