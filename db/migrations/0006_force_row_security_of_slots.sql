-- The owner obeys the tenant policies of the new tables too.
ALTER TABLE "address_fixes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "basket_totals" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "baskets" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "care_cases" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "consent_settings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "consent_wordings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "consents" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "conversions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "feedback" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "product_feeds" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "product_imports" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "product_items" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "product_pairs" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "product_sales" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "products" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "recipients" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "slot_counts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "slot_placements" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "slot_stops" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "voucher_budgets" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "voucher_codes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "voucher_grants" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "voucher_rules" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "wishes" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Shops differ in size by a thousand: what is usual over all of them would mislead the planner about a new one.
ALTER TABLE "baskets" ALTER COLUMN "shop_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "basket_totals" ALTER COLUMN "shop_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "product_pairs" ALTER COLUMN "shop_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "product_sales" ALTER COLUMN "shop_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "products" ALTER COLUMN "shop_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "product_items" ALTER COLUMN "shop_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "order_lines" ALTER COLUMN "shop_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "orders" ALTER COLUMN "shop_id" SET STATISTICS 0;
