/** https://support.google.com/merchants/answer/6324448; what can be had at once is in stock, nothing else. */
const IN_STOCK = {
  in_stock: true,
  limited_availability: true,
  out_of_stock: false,
  preorder: false,
  backorder: false,
  discontinued: false,
} as const satisfies Record<string, boolean>

const isKnown = (text: string): text is keyof typeof IN_STOCK => Object.hasOwn(IN_STOCK, text)

/** `in stock` or `in_stock`, in any case; null: no value that is documented. */
export function readAvailability(text: string): boolean | null {
  const value = text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  return isKnown(value) ? IN_STOCK[value] : null
}
