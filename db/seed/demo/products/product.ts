import type { Locale } from '@/lib/i18n/locales'

/** Texts by language; the first is the shop's own. */
type Words = Partial<Record<Locale, string>>

/** Something a demo shop sells. */
export type DemoProduct = {
  sku: string
  /** Other variants of it, which an exchange can send. */
  others?: readonly {
    sku: string
    variant: Words
    options: Record<string, string>
    price?: number
    stock: number
  }[]
  title: Words
  variant: Words
  /** Minor units, tax included. */
  price: number
  category: string
  tags: string[]
  options: Record<string, string>
}
