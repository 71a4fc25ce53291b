import { jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { createdAt, instant, shopId, tenantPolicy } from './columns'
import type { SealedSecret } from './endpoints'

/** What a shop signs its Apple Wallet orders with; at most one. */
export const walletCertificates = pgTable(
  'wallet_certificates',
  {
    shopId: shopId(),
    /** Apple's name of the shop's kind of order, `order.com.example.shop`: it stands in the certificate. */
    orderTypeIdentifier: text('order_type_identifier').notNull(),
    /** Apple's name of the merchant, `merchant.com.example.shop`. */
    merchantIdentifier: text('merchant_identifier').notNull(),
    /** Certificate, key and chain, sealed like a webhook's secret. */
    sealed: jsonb('sealed').$type<SealedSecret>().notNull(),
    /** The certificate's last instant. */
    notAfter: instant('not_after').notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.shopId] }), tenantPolicy()],
)
