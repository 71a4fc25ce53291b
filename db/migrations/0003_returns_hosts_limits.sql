CREATE TABLE "gift_codes" (
	"shop_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"order_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "gift_codes_shop_id_code_hash_pk" PRIMARY KEY("shop_id","code_hash")
);
--> statement-breakpoint
ALTER TABLE "gift_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"shop_id" uuid NOT NULL,
	"key_hash" text NOT NULL,
	"request_hash" text NOT NULL,
	"attempt_id" uuid NOT NULL,
	"running_until" timestamp with time zone NOT NULL,
	"status" integer,
	"sealed_answer" text,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_shop_id_key_hash_pk" PRIMARY KEY("shop_id","key_hash")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "number_ranges" (
	"shop_id" uuid NOT NULL,
	"name" text NOT NULL,
	"next" bigint NOT NULL,
	CONSTRAINT "number_ranges_shop_id_name_pk" PRIMARY KEY("shop_id","name")
);
--> statement-breakpoint
ALTER TABLE "number_ranges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"shop_id" uuid NOT NULL,
	"subject_hash" text NOT NULL,
	"full_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rate_limits_shop_id_subject_hash_pk" PRIMARY KEY("shop_id","subject_hash")
);
--> statement-breakpoint
ALTER TABLE "rate_limits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "return_boxes" (
	"shop_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"box" integer NOT NULL,
	"shipment_id" uuid,
	"carrier" text,
	"number" text,
	"label_state" text NOT NULL,
	"label" jsonb,
	"label_error" text,
	"label_tries" integer NOT NULL,
	"issued_at" timestamp with time zone,
	"voided_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "return_boxes_shop_id_return_id_box_pk" PRIMARY KEY("shop_id","return_id","box")
);
--> statement-breakpoint
ALTER TABLE "return_boxes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "return_drafts" (
	"shop_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"draft" jsonb NOT NULL,
	"version" integer NOT NULL,
	"return_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "return_drafts_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "return_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "return_files" (
	"shop_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"owner_type" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"part" text NOT NULL,
	"media_type" text NOT NULL,
	"content" "bytea" NOT NULL,
	"width" integer,
	"height" integer,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "return_files_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "return_files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "return_items" (
	"shop_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"key" text NOT NULL,
	"order_id" uuid NOT NULL,
	"line_id" text NOT NULL,
	"title" text NOT NULL,
	"variant" text,
	"sku" text,
	"media_id" text,
	"quantity" integer NOT NULL,
	"reason" text NOT NULL,
	"sub_reason" text,
	"comment" text,
	"outcome" text NOT NULL,
	"exchange" jsonb,
	"box" integer NOT NULL,
	"paid" bigint NOT NULL,
	"received_quantity" integer NOT NULL,
	"received_at" timestamp with time zone,
	"grade" text,
	"disposition" text,
	"deduction" bigint NOT NULL,
	"deduction_reason" text,
	"checked_at" timestamp with time zone,
	"contest" text,
	"contested_at" timestamp with time zone,
	"contest_answer" text,
	"contest_answered_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	CONSTRAINT "return_items_shop_id_return_id_key_pk" PRIMARY KEY("shop_id","return_id","key")
);
--> statement-breakpoint
ALTER TABLE "return_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "return_log" (
	"shop_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"actor_name" text,
	"event" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"reason" text,
	"data" jsonb NOT NULL,
	CONSTRAINT "return_log_shop_id_return_id_version_pk" PRIMARY KEY("shop_id","return_id","version")
);
--> statement-breakpoint
ALTER TABLE "return_log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "return_payments" (
	"shop_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"occurrence" text NOT NULL,
	"order_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"details" jsonb NOT NULL,
	"state" text NOT NULL,
	"backend" text NOT NULL,
	"reference" text,
	"sealed_code" text,
	"error" text,
	"tries" integer NOT NULL,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "return_payments_shop_id_id_pk" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "return_payments_once" UNIQUE("shop_id","return_id","kind","occurrence")
);
--> statement-breakpoint
ALTER TABLE "return_payments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "return_policies" (
	"shop_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"document" jsonb NOT NULL,
	"note" text,
	"created_at" timestamp with time zone NOT NULL,
	"active_since" timestamp with time zone,
	CONSTRAINT "return_policies_shop_id_version_pk" PRIMARY KEY("shop_id","version")
);
--> statement-breakpoint
ALTER TABLE "return_policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "return_settings" (
	"shop_id" uuid NOT NULL,
	"settings" jsonb NOT NULL,
	"secrets" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "return_settings_shop_id_pk" PRIMARY KEY("shop_id")
);
--> statement-breakpoint
ALTER TABLE "return_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "returns" (
	"shop_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"number_key" text NOT NULL,
	"ground" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"gift" boolean NOT NULL,
	"customer_key" text,
	"email" text,
	"locale" text NOT NULL,
	"currency" text NOT NULL,
	"method" jsonb NOT NULL,
	"destination" text NOT NULL,
	"quote" jsonb NOT NULL,
	"policy_version" integer NOT NULL,
	"decision" jsonb NOT NULL,
	"refund_trigger" text NOT NULL,
	"ship_exchange" text NOT NULL,
	"requested_by" text NOT NULL,
	"label_expires_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"received_at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "returns_shop_id_id_pk" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "returns_number" UNIQUE("shop_id","number_key")
);
--> statement-breakpoint
ALTER TABLE "returns" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stock_holds" (
	"shop_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"key" text NOT NULL,
	"sku" text NOT NULL,
	"quantity" integer NOT NULL,
	"state" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stock_holds_shop_id_return_id_key_pk" PRIMARY KEY("shop_id","return_id","key")
);
--> statement-breakpoint
ALTER TABLE "stock_holds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "variants" (
	"shop_id" uuid NOT NULL,
	"sku" text NOT NULL,
	"product" text NOT NULL,
	"title" text NOT NULL,
	"variant" text,
	"options" jsonb NOT NULL,
	"category" text,
	"price" bigint NOT NULL,
	"currency" text NOT NULL,
	"stock" integer,
	"image" text,
	"media_id" text,
	"external_id" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "variants_shop_id_sku_pk" PRIMARY KEY("shop_id","sku")
);
--> statement-breakpoint
ALTER TABLE "variants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
ALTER TABLE "api_keys" ADD COLUMN "role" text DEFAULT 'merchant' NOT NULL;--> statement-breakpoint
ALTER TABLE "api_keys" ALTER COLUMN "role" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "vendor" text;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "product" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "tags" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ALTER COLUMN "tags" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "customer_tags" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ALTER COLUMN "customer_tags" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "customer_key" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ALTER COLUMN "tries" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "error" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "sent_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "gift_codes" ADD CONSTRAINT "gift_codes_shop_id_order_id_orders_shop_id_id_fk" FOREIGN KEY ("shop_id","order_id") REFERENCES "public"."orders"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_boxes" ADD CONSTRAINT "return_boxes_shop_id_return_id_returns_shop_id_id_fk" FOREIGN KEY ("shop_id","return_id") REFERENCES "public"."returns"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_boxes" ADD CONSTRAINT "return_boxes_shop_id_shipment_id_shipments_shop_id_id_fk" FOREIGN KEY ("shop_id","shipment_id") REFERENCES "public"."shipments"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_items" ADD CONSTRAINT "return_items_shop_id_return_id_returns_shop_id_id_fk" FOREIGN KEY ("shop_id","return_id") REFERENCES "public"."returns"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_items" ADD CONSTRAINT "return_items_shop_id_order_id_orders_shop_id_id_fk" FOREIGN KEY ("shop_id","order_id") REFERENCES "public"."orders"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_log" ADD CONSTRAINT "return_log_shop_id_return_id_returns_shop_id_id_fk" FOREIGN KEY ("shop_id","return_id") REFERENCES "public"."returns"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_payments" ADD CONSTRAINT "return_payments_shop_id_return_id_returns_shop_id_id_fk" FOREIGN KEY ("shop_id","return_id") REFERENCES "public"."returns"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_holds" ADD CONSTRAINT "stock_holds_shop_id_return_id_returns_shop_id_id_fk" FOREIGN KEY ("shop_id","return_id") REFERENCES "public"."returns"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "gift_codes_order" ON "gift_codes" USING btree ("shop_id","order_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_expiry" ON "idempotency_keys" USING btree ("shop_id","expires_at");--> statement-breakpoint
CREATE INDEX "return_boxes_shipment" ON "return_boxes" USING btree ("shop_id","shipment_id");--> statement-breakpoint
CREATE INDEX "return_drafts_expiry" ON "return_drafts" USING btree ("shop_id","expires_at");--> statement-breakpoint
CREATE INDEX "return_files_owner" ON "return_files" USING btree ("shop_id","owner_type","owner_id");--> statement-breakpoint
CREATE INDEX "return_items_line" ON "return_items" USING btree ("shop_id","order_id","line_id");--> statement-breakpoint
CREATE INDEX "return_payments_order" ON "return_payments" USING btree ("shop_id","order_id");--> statement-breakpoint
CREATE INDEX "returns_newest" ON "returns" USING btree ("shop_id","created_at");--> statement-breakpoint
CREATE INDEX "returns_customer" ON "returns" USING btree ("shop_id","customer_key");--> statement-breakpoint
CREATE INDEX "stock_holds_sku" ON "stock_holds" USING btree ("shop_id","sku");--> statement-breakpoint
CREATE INDEX "variants_product" ON "variants" USING btree ("shop_id","product");--> statement-breakpoint
CREATE INDEX "orders_customer" ON "orders" USING btree ("shop_id","customer_key");--> statement-breakpoint
CREATE POLICY "tenant" ON "gift_codes" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "number_ranges" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "rate_limits" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "return_boxes" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "return_drafts" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "return_files" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "return_items" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "return_log" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "return_payments" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "return_policies" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "return_settings" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "returns" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "stock_holds" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "variants" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "wallet_certificates" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);