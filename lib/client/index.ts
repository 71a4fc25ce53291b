export type { Answer, FieldFault, Problem } from './answer'
export {
  type AskOptions,
  type Client,
  type ClientOptions,
  createClient,
  type SendOptions,
} from './create-client'
export type {
  ItemJson,
  OpenedReturnJson,
  OrderJson,
  ParcelJson,
  ReturnChoice,
  ReturnItemJson,
  ReturnJson,
  ReturnOptionsJson,
  ReturnQuoteJson,
  ReturnRequest,
  ScanJson,
} from './json'
