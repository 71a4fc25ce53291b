export type { Answer, Problem } from './answer'
export { type AskOptions, type Client, type ClientOptions, createClient } from './create-client'
export type { ItemJson, OrderJson, ParcelJson, ScanJson } from './json'
