import type { Talk } from '@/lib/i18n/translator'
import { Landmark } from './landmark'
import { StandingParcel } from './standing-parcel'
import type { ProgressModel } from './view-model'

const COLUMNS: Record<number, string> = {
  4: 'grid-cols-[repeat(3,minmax(0,1fr))_auto]',
  5: 'grid-cols-[repeat(4,minmax(0,1fr))_auto]',
}

const LANDMARK_SIZE = {
  page: 'h-25 w-20 sm:h-40 sm:w-32',
  card: 'h-18 w-14 sm:h-24 sm:w-19',
} as const

const STATION = {
  done: 'bg-mark border-mark',
  current: 'bg-mark border-mark',
  ahead: 'bg-ground border-mark',
} as const

/** The line from one station to the next: solid where the parcel has been, dotted where it still has to go. */
const ROAD = { done: 'border-solid', current: 'border-dotted', ahead: 'border-dotted' } as const

/** The way of a parcel as a line on the ground that ends at a door. */
export function Progress({
  progress,
  size,
  talk: { t },
}: {
  progress: ProgressModel
  size: 'page' | 'card'
  talk: Talk
}) {
  const { steps, stopped, landmark } = progress
  const last = steps.length - 1
  const at = steps.findIndex((step) => step.state === 'current')
  const current = steps[at]
  return (
    <div data-part="progress">
      <ol
        aria-label={t('progress.label')}
        className={`grid items-end ${COLUMNS[steps.length] ?? COLUMNS[5]}`}
      >
        {steps.map(({ id, state }, index) => (
          <li
            key={id}
            aria-current={state === 'current' ? 'step' : undefined}
            className="relative grid h-full grid-rows-[1fr_auto]"
          >
            {index === last ? (
              <Landmark name={landmark} className={`${LANDMARK_SIZE[size]} self-end text-mark`} />
            ) : (
              <span className="relative self-end">
                {state === 'current' ? <StandingParcel stopped={stopped} /> : null}
              </span>
            )}
            <span className="relative flex h-1 items-center">
              <span className={`grow border-t-3 border-mark ${index === last ? ROAD.done : ROAD[state]}`} />
              {index === last ? (
                <span className="absolute start-full w-screen border-t-3 border-mark" />
              ) : (
                <span className={`absolute start-0 size-3 rounded-full border-3 ${STATION[state]}`} />
              )}
            </span>
            <span
              className={`mt-3 pe-2 text-sm leading-tight max-sm:sr-only ${index === last ? 'text-center sm:pe-0' : ''} ${state === 'current' ? 'font-semibold text-words' : 'text-quiet'}`}
            >
              {t(`progress.steps.${id}`)}
              <span className="sr-only">
                , {state === 'current' && stopped ? t('progress.stopped') : t(`progress.${state}`)}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {current ? (
        <p aria-hidden="true" className="mt-3 flex justify-between gap-4 text-sm sm:hidden">
          <span className="font-semibold text-words">{t(`progress.steps.${current.id}`)}</span>
          <span className="text-quiet tabular-nums">
            {t('progress.step', { current: at + 1, total: steps.length })}
          </span>
        </p>
      ) : null}
    </div>
  )
}
