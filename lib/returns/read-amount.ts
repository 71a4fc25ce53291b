/** Minor digits of a currency: 2 for EUR, 0 for JPY. */
const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** An amount as people type it, `12,50` or `12.5`, in minor units; null for what is none. */
export function readAmount(text: string, currency: string): number | null {
  const digits = digitsOf(currency)
  const [, whole, fraction = ''] =
    /^(\d{1,9})(?:[.,](\d{1,3}))?$/.exec(text.replace(/[\s\u00a0€$£]/g, '')) ?? []
  if (whole === undefined || fraction.length > digits) return null
  return Number(`${whole}${fraction.padEnd(digits, '0')}`)
}
