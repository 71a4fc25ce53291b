/** Names the merchant's own host that a request came in on; our proxy sets it and drops what a client sends under it. */
export const HOST_HEADER = 'x-doorstep-host'
