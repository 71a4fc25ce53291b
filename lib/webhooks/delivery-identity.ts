import { createHash } from 'node:crypto'

/**
 * What makes a delivery the same delivery again: the vendor's own id together with the bytes (SHA-256, hex). An id that comes back
 * with other bytes is another delivery, so nothing is lost to a vendor that reuses ids.
 */
export const deliveryIdentity = (vendorId: string | null, body: Uint8Array): string =>
  createHash('sha256').update(JSON.stringify(vendorId)).update('\n').update(body).digest('hex')
