import { Landmark } from '@/components/parcel/landmark'
import { StandingParcel } from '@/components/parcel/standing-parcel'
import type { Talk } from '@/lib/i18n/translator'
import { Traveller } from './traveller'
import type { WayModel } from './way-model'

const COLUMNS: Record<number, string> = {
  3: 'grid-cols-[repeat(2,minmax(0,1fr))_auto]',
  5: 'grid-cols-[repeat(4,minmax(0,1fr))_auto]',
}

const STATION = {
  done: 'bg-mark border-mark',
  current: 'bg-mark border-mark',
  ahead: 'bg-ground border-mark',
} as const

/** The line from one station to the next: solid where it has been, dotted where it still has to go. */
const ROAD = { done: 'border-solid', current: 'border-dotted', ahead: 'border-dotted' } as const

const ON_THE_LINE = 'absolute start-0 bottom-2 z-10 size-8 -ms-2.5 text-mark sm:size-11 sm:-ms-4'

/** A return's way as a line on the ground: the parcel goes to the shop, and what it is given for comes to the door. */
export function Way({ way: { steps, given, stopped }, talk: { t } }: { way: WayModel; talk: Talk }) {
  const last = steps.length - 1
  const at = steps.findIndex((step) => step.state === 'current')
  const current = steps[at]
  const goesBack = steps.findIndex((step) => step.id === given)
  const isParcel = stopped || (at < goesBack && steps.length > 3)
  return (
    <div data-part="progress">
      <ol
        aria-label={t('returned.way.label')}
        className={`grid items-end ${COLUMNS[steps.length] ?? COLUMNS[5]}`}
      >
        {steps.map(({ id, state }, index) => (
          <li
            key={id}
            aria-current={state === 'current' ? 'step' : undefined}
            className="relative grid h-full grid-rows-[1fr_auto]"
          >
            <span className="relative self-end">
              {id === 'shop' ? (
                <Landmark name="shop" className="-mb-px h-20 w-16 text-mark sm:h-32 sm:w-26" />
              ) : null}
              {index === last ? (
                <Landmark
                  name={state === 'current' ? 'ajar' : 'door'}
                  className="h-25 w-20 text-mark sm:h-40 sm:w-32"
                />
              ) : null}
              {state !== 'current' ? null : isParcel ? (
                <StandingParcel stopped={stopped} />
              ) : (
                <Traveller name={given} className={ON_THE_LINE} />
              )}
            </span>
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
              {t(`returned.way.${id}`)}
              <span className="sr-only">
                , {state === 'current' && stopped ? t('progress.stopped') : t(`progress.${state}`)}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {current ? (
        <p aria-hidden="true" className="mt-3 flex justify-between gap-4 text-sm sm:hidden">
          <span className="font-semibold text-words">{t(`returned.way.${current.id}`)}</span>
          <span className="text-quiet tabular-nums">
            {t('progress.step', { current: at + 1, total: steps.length })}
          </span>
        </p>
      ) : null}
    </div>
  )
}
