-- The owner obeys the tenant policies of the new tables too.
ALTER TABLE "gift_codes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "idempotency_keys" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "number_ranges" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "rate_limits" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "return_boxes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "return_drafts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "return_files" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "return_items" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "return_log" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "return_payments" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "return_policies" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "return_settings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "returns" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "stock_holds" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "variants" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "wallet_certificates" FORCE ROW LEVEL SECURITY;
