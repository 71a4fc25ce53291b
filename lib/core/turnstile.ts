/** Lets so many works run at a time; the others wait, in the order in which they came. */
export function turnstile(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let inside = 0
  return async (work) => {
    if (inside >= most) await new Promise<void>((enter) => waiting.push(enter))
    else inside++
    try {
      return await work()
    } finally {
      // The place goes to the next one without being free in between.
      const next = waiting.shift()
      if (next) next()
      else inside--
    }
  }
}

/** A turnstile before which only so many wait: whoever comes then is sent away with null. */
export function shortQueue(most: number, longest: number): <T>(work: () => Promise<T>) => Promise<T | null> {
  const enter = turnstile(most)
  let known = 0
  return async (work) => {
    if (known >= most + longest) return null
    known++
    try {
      return await enter(work)
    } finally {
      known--
    }
  }
}
