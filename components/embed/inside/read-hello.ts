import { type Hello, LOOK_VARIABLES, type Look, PROTOCOL } from '@/lib/embed/messages'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** A look of the right shape, whatever was sent; its values are checked where they are applied. */
export function readLook(value: unknown): Look {
  const { scheme, view, variables } = isRecord(value) ? value : {}
  const given = isRecord(variables) ? variables : {}
  return {
    scheme: scheme === 'light' || scheme === 'dark' ? scheme : 'auto',
    view: view === 'compact' ? view : 'full',
    variables: Object.fromEntries(
      LOOK_VARIABLES.flatMap((name) => {
        const text = given[name]
        return typeof text === 'string' ? [[name, text]] : []
      }),
    ),
  }
}

/** The greeting of our own script; null for anything else that is posted to a page. */
export const readHello = (value: unknown): Omit<Hello, 'doorstep'> | null =>
  isRecord(value) && value.doorstep === PROTOCOL
    ? { look: readLook(value.look), asked: value.asked === true }
    : null
