import { GET as getOrder } from '@/app/api/v1/o/[token]/route'
import { GET as getMovement } from '@/app/api/v1/p/[shop]/[number]/route'
import { GET as getShipment } from '@/app/api/v1/shipments/[carrier]/[number]/route'
import { GET as getMedia } from '@/app/media/[shop]/[file]/route'

const request = (headers: Record<string, string> = {}, query = '') =>
  new Request(`http://doorstep.test/${query}`, { headers })

export const orderByToken = (
  token: string,
  headers?: Record<string, string>,
  query?: string,
): Promise<Response> => getOrder(request(headers, query), { params: Promise.resolve({ token }) })

export const movementOf = (
  shop: string,
  number: string,
  headers?: Record<string, string>,
): Promise<Response> =>
  getMovement(request(headers), { params: Promise.resolve({ shop, number: encodeURIComponent(number) }) })

export const shipmentOf = (carrier: string, number: string, apiKey?: string): Promise<Response> =>
  getShipment(request(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }), {
    params: Promise.resolve({ carrier, number: encodeURIComponent(number) }),
  })

export const mediaOf = (shop: string, file: string): Promise<Response> =>
  getMedia(request(), { params: Promise.resolve({ shop, file }) })
