import { shopOfToken } from '@/app/_server/returns/act-on-order'
import { type ReturnLink, showShopperReturn } from '@/app/_server/returns/shopper-return'
import { shopperHandler } from '@/app/_server/shopper-handler'

const handlers = shopperHandler<ReturnLink>(shopOfToken, { GET: showShopperReturn })

export const GET = handlers.GET
export const OPTIONS = handlers.OPTIONS
