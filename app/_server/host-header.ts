/** Names the merchant's own host that a request came in on; our proxy sets it and drops what a client sends under it. */
export const HOST_HEADER = 'x-doorstep-host'

/**
 * Says that a request is for our own host and needs no proxy, whose run costs a third of a look-up page. Our server sets it and
 * drops what a client sends under it; elsewhere a client that sends it only loses the shop's host for itself.
 */
export const OURS_HEADER = 'x-doorstep-ours'
