import { Landmark } from '@/components/parcel/landmark'
import { StandingParcel } from '@/components/parcel/standing-parcel'
import type { Talk } from '@/lib/i18n/translator'
import type { WayModel } from './way-model'

const COLUMNS: Record<number, string> = {
  4: 'grid-cols-[repeat(4,minmax(0,1fr))_auto]',
  5: 'grid-cols-[repeat(5,minmax(0,1fr))_auto]',
}

const STATION = { done: 'bg-mark', current: 'bg-mark', ahead: 'bg-ground' } as const
const ROAD = { done: 'border-solid', current: 'border-dotted', ahead: 'border-dotted' } as const

/** The steps as the parcel's way home: the same line on the ground, ending at the shop. */
export function Way({ way, talk: { t } }: { way: WayModel; talk: Talk }) {
  const at = way.findIndex(({ state }) => state === 'current')
  const current = way[at]
  return (
    <nav aria-label={t('returns.way')} data-part="way" className="print:hidden">
      <ol className={`grid items-end ${COLUMNS[way.length] ?? COLUMNS[5]}`}>
        {way.map(({ id, state, href }) => (
          <li
            key={id}
            aria-current={state === 'current' ? 'step' : undefined}
            className="relative grid h-full grid-rows-[1fr_auto]"
          >
            <span className="relative self-end">
              {state === 'current' ? <StandingParcel stopped={false} /> : null}
            </span>
            <span className="relative flex h-1 items-center">
              <span className={`grow border-t-3 border-mark ${ROAD[state]}`} />
              <span
                className={`absolute start-0 size-3 rounded-full border-3 border-mark ${STATION[state]}`}
              />
            </span>
            <span
              className={`mt-3 pe-2 text-sm leading-tight max-sm:sr-only ${state === 'current' ? 'font-semibold text-words' : 'text-quiet'}`}
            >
              {href ? (
                <a
                  href={href}
                  className="underline underline-offset-4 after:absolute after:-inset-y-1 after:inset-x-0"
                >
                  {t(`returns.steps.${id}`)}
                </a>
              ) : (
                t(`returns.steps.${id}`)
              )}
              <span className="sr-only">, {t(`progress.${state}`)}</span>
            </span>
          </li>
        ))}
        <li aria-hidden="true" className="grid h-full grid-rows-[1fr_auto]">
          <Landmark name="shop" className="h-16 w-13 self-end text-mark sm:h-24 sm:w-19" />
          <span className="relative flex h-1 items-center">
            <span className="grow border-t-3 border-mark" />
            <span className="absolute start-full w-screen border-t-3 border-mark" />
          </span>
          <span className="mt-3 text-sm leading-tight max-sm:sr-only">&nbsp;</span>
        </li>
      </ol>
      {current ? (
        <p aria-hidden="true" className="mt-3 flex justify-between gap-4 text-sm sm:hidden">
          <span className="font-semibold text-words">{t(`returns.steps.${current.id}`)}</span>
          <span className="text-quiet tabular-nums">
            {t('returns.step', { current: at + 1, total: way.length })}
          </span>
        </p>
      ) : null}
    </nav>
  )
}

/** The same line before the first step: from the door back to the shop. Only a picture. */
export function Road() {
  return (
    <div aria-hidden="true" className="relative border-b-3 border-dotted border-mark print:hidden">
      <div className="relative ms-auto flex h-16 justify-end sm:h-24">
        <StandingParcel stopped={false} />
        <span className="relative">
          <Landmark name="shop" className="h-full w-13 text-mark sm:w-19" />
          <span className="absolute start-0 top-full w-screen border-t-3 border-mark" />
        </span>
      </div>
    </div>
  )
}
