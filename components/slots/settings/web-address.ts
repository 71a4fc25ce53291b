import { z } from 'zod'

const LONGEST_ADDRESS = 2000
const PLACEHOLDER = /\{[a-z]+\}/g

const isWeb = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

/** A page of the web. */
export const webAddress = z
  .string()
  .trim()
  .max(LONGEST_ADDRESS)
  .refine(isWeb, 'is an address like https://shop.example/page')

/** A page of the web with places to fill in: only those named, and none in the host. */
export const addressTemplate = (...places: readonly string[]) =>
  z
    .string()
    .trim()
    .max(LONGEST_ADDRESS)
    .refine((text) => isWeb(text.replace(PLACEHOLDER, 'x')), 'is an address like https://shop.example/page')
    .refine((text) => !/^[^/]*\/\/[^/?#]*[{}]/.test(text), 'names its host in full')
    .refine(
      (text) => (text.match(PLACEHOLDER) ?? []).every((place) => places.includes(place.slice(1, -1))),
      `knows the places ${places.map((place) => `{${place}}`).join(', ')}`,
    )

/** The address with its places filled in, each safe as a part of a path or a query. */
export const fillAddress = (template: string, values: Record<string, string>): string =>
  template.replace(PLACEHOLDER, (place) => encodeURIComponent(values[place.slice(1, -1)] ?? ''))
