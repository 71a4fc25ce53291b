CREATE TABLE "address_fixes" (
	"shop_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"previous" jsonb,
	"address" jsonb NOT NULL,
	"problems" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "address_fixes_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "address_fixes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "basket_totals" (
	"shop_id" uuid NOT NULL,
	"orders" integer NOT NULL,
	CONSTRAINT "basket_totals_shop_id_pk" PRIMARY KEY("shop_id")
);
--> statement-breakpoint
ALTER TABLE "basket_totals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "baskets" (
	"shop_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"products" text[] NOT NULL,
	"left_out" boolean NOT NULL,
	"due" boolean NOT NULL,
	CONSTRAINT "baskets_shop_id_order_id_pk" PRIMARY KEY("shop_id","order_id")
);
--> statement-breakpoint
ALTER TABLE "baskets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care_cases" (
	"shop_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" uuid NOT NULL,
	"occurrence" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"handled_at" timestamp with time zone,
	"handled_by" text,
	CONSTRAINT "care_cases_shop_id_id_pk" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "care_cases_once" UNIQUE("shop_id","subject","kind","occurrence")
);
--> statement-breakpoint
ALTER TABLE "care_cases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consent_settings" (
	"shop_id" uuid NOT NULL,
	"settings" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consent_settings_shop_id_pk" PRIMARY KEY("shop_id")
);
--> statement-breakpoint
ALTER TABLE "consent_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consent_wordings" (
	"shop_id" uuid NOT NULL,
	"version" text NOT NULL,
	"locale" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consent_wordings_shop_id_version_pk" PRIMARY KEY("shop_id","version")
);
--> statement-breakpoint
ALTER TABLE "consent_wordings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consents" (
	"shop_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"act" text NOT NULL,
	"subject" text NOT NULL,
	"channel" text,
	"place" text NOT NULL,
	"wording" text,
	"proof" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consents_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "consents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "conversions" (
	"shop_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"slot" text NOT NULL,
	"variant" text NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"value" bigint NOT NULL,
	"currency" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conversions_shop_id_order_id_pk" PRIMARY KEY("shop_id","order_id")
);
--> statement-breakpoint
ALTER TABLE "conversions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "feedback" (
	"shop_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" integer NOT NULL,
	"comment" text,
	"locale" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "feedback_shop_id_order_id_pk" PRIMARY KEY("shop_id","order_id")
);
--> statement-breakpoint
ALTER TABLE "feedback" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "product_feeds" (
	"shop_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"url" text NOT NULL,
	"settings" jsonb NOT NULL,
	"credentials" jsonb,
	"every_minutes" integer NOT NULL,
	"etag" text,
	"last_modified" text,
	"fetched_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "product_feeds_shop_id_id_pk" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "product_feeds_name" UNIQUE("shop_id","name")
);
--> statement-breakpoint
ALTER TABLE "product_feeds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "product_imports" (
	"shop_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source" text NOT NULL,
	"state" text NOT NULL,
	"error" text,
	"report" jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "product_imports_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "product_imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "product_items" (
	"shop_id" uuid NOT NULL,
	"key" text NOT NULL,
	"product" text NOT NULL,
	"sku" text,
	"title" text NOT NULL,
	"url" text NOT NULL,
	"image" text,
	"price" bigint,
	"price_before" bigint,
	"currency" text NOT NULL,
	"category" text,
	"tags" jsonb NOT NULL,
	"brand" text,
	"gtin" text,
	"in_stock" boolean NOT NULL,
	"source" text NOT NULL,
	"digest" text NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"gone_at" timestamp with time zone,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "product_items_shop_id_key_pk" PRIMARY KEY("shop_id","key")
);
--> statement-breakpoint
ALTER TABLE "product_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "product_pairs" (
	"shop_id" uuid NOT NULL,
	"product" text NOT NULL,
	"other" text NOT NULL,
	"orders" integer NOT NULL,
	CONSTRAINT "product_pairs_shop_id_product_other_pk" PRIMARY KEY("shop_id","product","other")
);
--> statement-breakpoint
ALTER TABLE "product_pairs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "product_sales" (
	"shop_id" uuid NOT NULL,
	"product" text NOT NULL,
	"orders" integer NOT NULL,
	"category" text,
	CONSTRAINT "product_sales_shop_id_product_pk" PRIMARY KEY("shop_id","product")
);
--> statement-breakpoint
ALTER TABLE "product_sales" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "products" (
	"shop_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"url" text NOT NULL,
	"image" text,
	"media_id" text,
	"price" bigint,
	"price_before" bigint,
	"currency" text NOT NULL,
	"category" text,
	"tags" jsonb NOT NULL,
	"brand" text,
	"in_stock" boolean NOT NULL,
	"picked" integer,
	"source" text NOT NULL,
	"gone_at" timestamp with time zone,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "products_shop_id_id_pk" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "products_key" UNIQUE("shop_id","key")
);
--> statement-breakpoint
ALTER TABLE "products" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recipients" (
	"shop_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person" text NOT NULL,
	"email" text,
	"locale" text NOT NULL,
	"country" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "recipients_shop_id_id_pk" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "recipients_person" UNIQUE("shop_id","person")
);
--> statement-breakpoint
ALTER TABLE "recipients" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "slot_counts" (
	"shop_id" uuid NOT NULL,
	"slot" text NOT NULL,
	"variant" text NOT NULL,
	"day" date NOT NULL,
	"views" bigint NOT NULL,
	"clicks" bigint NOT NULL,
	CONSTRAINT "slot_counts_shop_id_slot_variant_day_pk" PRIMARY KEY("shop_id","slot","variant","day")
);
--> statement-breakpoint
ALTER TABLE "slot_counts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "slot_placements" (
	"shop_id" uuid NOT NULL,
	"id" text NOT NULL,
	"document" jsonb NOT NULL,
	"test_since" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "slot_placements_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "slot_placements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "slot_stops" (
	"shop_id" uuid NOT NULL,
	"slot" text NOT NULL,
	"variant" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"harm" text NOT NULL,
	"share" double precision NOT NULL,
	"base_share" double precision NOT NULL,
	"orders" integer NOT NULL,
	CONSTRAINT "slot_stops_shop_id_slot_variant_pk" PRIMARY KEY("shop_id","slot","variant")
);
--> statement-breakpoint
ALTER TABLE "slot_stops" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "voucher_budgets" (
	"shop_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"month" text NOT NULL,
	"spent" bigint NOT NULL,
	"grants" integer NOT NULL,
	CONSTRAINT "voucher_budgets_shop_id_currency_month_pk" PRIMARY KEY("shop_id","currency","month")
);
--> statement-breakpoint
ALTER TABLE "voucher_budgets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "voucher_codes" (
	"shop_id" uuid NOT NULL,
	"code_key" text NOT NULL,
	"code" text NOT NULL,
	"pool" text NOT NULL,
	"order_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "voucher_codes_shop_id_code_key_pk" PRIMARY KEY("shop_id","code_key")
);
--> statement-breakpoint
ALTER TABLE "voucher_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "voucher_grants" (
	"shop_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"shipment_id" uuid NOT NULL,
	"code" text NOT NULL,
	"code_key" text NOT NULL,
	"source" text NOT NULL,
	"kind" text NOT NULL,
	"value" integer NOT NULL,
	"at_most" bigint NOT NULL,
	"currency" text NOT NULL,
	"minimum" bigint NOT NULL,
	"valid_until" date,
	"hours_late" integer NOT NULL,
	"month" text NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "voucher_grants_shop_id_order_id_pk" PRIMARY KEY("shop_id","order_id"),
	CONSTRAINT "voucher_grants_code" UNIQUE("shop_id","code_key"),
	CONSTRAINT "voucher_grants_id" UNIQUE("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "voucher_grants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "voucher_rules" (
	"shop_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"rule" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "voucher_rules_shop_id_currency_pk" PRIMARY KEY("shop_id","currency")
);
--> statement-breakpoint
ALTER TABLE "voucher_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "wishes" (
	"shop_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"wish" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "wishes_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "wishes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "address_fixes" ADD CONSTRAINT "address_fixes_shop_id_order_id_orders_shop_id_id_fk" FOREIGN KEY ("shop_id","order_id") REFERENCES "public"."orders"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversions" ADD CONSTRAINT "conversions_shop_id_order_id_orders_shop_id_id_fk" FOREIGN KEY ("shop_id","order_id") REFERENCES "public"."orders"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_shop_id_order_id_orders_shop_id_id_fk" FOREIGN KEY ("shop_id","order_id") REFERENCES "public"."orders"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher_grants" ADD CONSTRAINT "voucher_grants_shop_id_order_id_orders_shop_id_id_fk" FOREIGN KEY ("shop_id","order_id") REFERENCES "public"."orders"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wishes" ADD CONSTRAINT "wishes_shop_id_order_id_orders_shop_id_id_fk" FOREIGN KEY ("shop_id","order_id") REFERENCES "public"."orders"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "address_fixes_order" ON "address_fixes" USING btree ("shop_id","order_id","created_at");--> statement-breakpoint
CREATE INDEX "baskets_due" ON "baskets" USING btree ("shop_id","order_id") WHERE due;--> statement-breakpoint
CREATE INDEX "care_cases_open" ON "care_cases" USING btree ("shop_id","handled_at","closed_at","id");--> statement-breakpoint
CREATE INDEX "consents_person" ON "consents" USING btree ("shop_id","person","at");--> statement-breakpoint
CREATE INDEX "conversions_slot" ON "conversions" USING btree ("shop_id","slot","placed_at");--> statement-breakpoint
CREATE INDEX "feedback_newest" ON "feedback" USING btree ("shop_id","created_at","order_id");--> statement-breakpoint
CREATE INDEX "product_imports_started" ON "product_imports" USING btree ("shop_id","started_at");--> statement-breakpoint
CREATE INDEX "product_items_sku" ON "product_items" USING btree ("shop_id","sku");--> statement-breakpoint
CREATE INDEX "product_items_product" ON "product_items" USING btree ("shop_id","product");--> statement-breakpoint
CREATE INDEX "product_items_source" ON "product_items" USING btree ("shop_id","source");--> statement-breakpoint
CREATE INDEX "product_pairs_best" ON "product_pairs" USING btree ("shop_id","product","orders","other");--> statement-breakpoint
CREATE INDEX "product_sales_best" ON "product_sales" USING btree ("shop_id","orders","product");--> statement-breakpoint
CREATE INDEX "product_sales_category" ON "product_sales" USING btree ("shop_id","category","orders","product");--> statement-breakpoint
CREATE INDEX "products_category" ON "products" USING btree ("shop_id","category","in_stock");--> statement-breakpoint
CREATE INDEX "products_picked" ON "products" USING btree ("shop_id","picked");--> statement-breakpoint
CREATE INDEX "products_media" ON "products" USING btree ("shop_id","media_id");--> statement-breakpoint
CREATE INDEX "voucher_codes_free" ON "voucher_codes" USING btree ("shop_id","pool","order_id","code_key");--> statement-breakpoint
CREATE INDEX "voucher_grants_at" ON "voucher_grants" USING btree ("shop_id","granted_at","id");--> statement-breakpoint
CREATE INDEX "wishes_order" ON "wishes" USING btree ("shop_id","order_id","created_at");--> statement-breakpoint
CREATE POLICY "tenant" ON "address_fixes" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "basket_totals" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "baskets" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "care_cases" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "consent_settings" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "consent_wordings" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "consents" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "conversions" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "feedback" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "product_feeds" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "product_imports" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "product_items" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "product_pairs" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "product_sales" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "products" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "recipients" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "slot_counts" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "slot_placements" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "slot_stops" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "voucher_budgets" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "voucher_codes" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "voucher_grants" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "voucher_rules" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "wishes" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);