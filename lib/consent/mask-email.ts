/** `resi@example.org` → `r•••@example.org`: its owner knows it, a stranger learns little. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  const [first = ''] = [...email.slice(0, at)]
  return `${first}•••${email.slice(at)}`
}
