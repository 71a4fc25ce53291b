const known = new Map<string, number>()

/** How many digits a currency has behind the point (ISO 4217): 2 for EUR, 0 for JPY. */
export function currencyDigits(currency: string): number {
  const digits =
    known.get(currency) ??
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
    2
  known.set(currency, digits)
  return digits
}
