type ProgressProps = {
  progress: { steps: readonly string[]; current: number; stopped: boolean }
  words: { steps: readonly string[]; labels: { progress: string } }
}

const stateOf = (index: number, current: number) =>
  index < current ? 'done' : index === current ? 'current' : 'ahead'

/** How far a parcel or a return is. */
export function Progress({ progress: { steps, current, stopped }, words }: ProgressProps) {
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
