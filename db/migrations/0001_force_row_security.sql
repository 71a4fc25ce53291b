-- The owner obeys the tenant policies too; tables are enabled above, forced here (the generator has no word for it).
ALTER TABLE "api_keys" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "attempts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "endpoints" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "inbox" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "media" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "order_lines" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "order_parcels" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "orders" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "outbox" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "scans" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "statements" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "shipment_lines" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "shipments" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "shop_hosts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "shops" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tokens" FORCE ROW LEVEL SECURITY;
