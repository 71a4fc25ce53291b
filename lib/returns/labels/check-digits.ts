const digitsOf = (text: string): number[] => Array.from(text, Number)

const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7]

/** The check digit of an S10 serial of eight digits (UPU S10, https://www.upu.int/en/postal-solutions/programmes-services/standards). */
export function s10CheckDigit(serial: string): number {
  const sum = digitsOf(serial).reduce((total, digit, index) => total + digit * (S10_WEIGHTS[index] ?? 0), 0)
  const check = 11 - (sum % 11)
  return check === 10 ? 0 : check === 11 ? 5 : check
}

/** The check digit of GS1 numbers (https://www.gs1.org/services/how-calculate-check-digit-manually): weights 3 and 1 from the right. */
export function gs1CheckDigit(digits: string): number {
  const sum = digitsOf(digits)
    .toReversed()
    .reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}
