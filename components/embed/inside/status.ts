import { tell } from './host'

const PARCEL = '[data-status]'

let told = ''

/** Says how the parcels stand, where that is new. */
export function tellStatus(): void {
  const statuses = [...document.querySelectorAll<HTMLElement>(PARCEL)].flatMap(
    ({ dataset }) => dataset.status ?? [],
  )
  const final = document.querySelector('main[data-final]') !== null
  const now = [...statuses, final].join()
  const [status] = statuses
  if (!status || now === told) return
  told = now
  tell('status', { status, statuses, final })
}

/** Follows an open page as it is kept fresh. */
export function followStatus(): void {
  const main = document.querySelector('main')
  if (main)
    new MutationObserver(tellStatus).observe(main, {
      subtree: true,
      childList: true,
      attributeFilter: ['data-status', 'data-final'],
    })
}
