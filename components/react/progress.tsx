import type { ParcelJson } from '@/lib/client/json'

const stateOf = (index: number, current: number) =>
  index < current ? 'done' : index === current ? 'current' : 'ahead'

/** How far a parcel is. */
export function Progress({
  progress: { steps, current, stopped },
  words,
}: Pick<ParcelJson, 'progress' | 'words'>) {
  return (
    <ol data-part="progress" data-stopped={stopped || undefined} aria-label={words.labels.progress}>
      {steps.map((step, index) => (
        <li
          key={step}
          data-part="step"
          data-state={stateOf(index, current)}
          aria-current={index === current ? 'step' : undefined}
        >
          {words.steps[index]}
        </li>
      ))}
    </ol>
  )
}
