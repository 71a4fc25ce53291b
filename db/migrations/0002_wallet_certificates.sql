CREATE TABLE "wallet_certificates" (
	"shop_id" uuid NOT NULL,
	"order_type_identifier" text NOT NULL,
	"merchant_identifier" text NOT NULL,
	"sealed" jsonb NOT NULL,
	"not_after" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "wallet_certificates_shop_id_pk" PRIMARY KEY("shop_id")
);
--> statement-breakpoint
ALTER TABLE "wallet_certificates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "tenant" ON "wallet_certificates" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
-- The owner obeys the policy too (the generator has no word for it).
ALTER TABLE "wallet_certificates" FORCE ROW LEVEL SECURITY;
