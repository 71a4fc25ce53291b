/** How many digits a currency has behind the point (ISO 4217): 2 for EUR, 0 for JPY. */
const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** Minor units as vendors write amounts: 18990 EUR is `189.90`. */
export function toDecimal(amount: number, currency: string): string {
  const digits = digitsOf(currency)
  const text = String(amount).padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** A vendor's amount in minor units; null for what is no amount or finer than the currency. */
export function fromDecimal(text: string, currency: string): number | null {
  const digits = digitsOf(currency)
  const [, whole = '', part = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (whole === '' || /[1-9]/.test(part.slice(digits))) return null
  return Number(`${whole}${part.slice(0, digits).padEnd(digits, '0')}`)
}
