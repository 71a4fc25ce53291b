CREATE TABLE "api_keys" (
	"shop_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key_hash" text NOT NULL,
	"label" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_shop_id_id_pk" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "api_keys_hash" UNIQUE("shop_id","key_hash")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attempts" (
	"shop_id" uuid NOT NULL,
	"subject_hash" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "attempts_shop_id_subject_hash_window_start_pk" PRIMARY KEY("shop_id","subject_hash","window_start")
);
--> statement-breakpoint
ALTER TABLE "attempts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "endpoints" (
	"shop_id" uuid NOT NULL,
	"id" text NOT NULL,
	"provider" text NOT NULL,
	"secrets" jsonb NOT NULL,
	"settings" jsonb NOT NULL,
	"enabled" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "endpoints_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "endpoints" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "inbox" (
	"shop_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"endpoint_id" text NOT NULL,
	"provider" text NOT NULL,
	"delivery_id" text NOT NULL,
	"headers" jsonb NOT NULL,
	"body" "bytea" NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"error" text,
	"received_at" timestamp with time zone NOT NULL,
	"processed_at" timestamp with time zone,
	CONSTRAINT "inbox_shop_id_id_pk" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "inbox_delivery" UNIQUE("shop_id","endpoint_id","delivery_id")
);
--> statement-breakpoint
ALTER TABLE "inbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lookup_api_keys" (
	"key_hash" text PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lookup_endpoints" (
	"endpoint_id" text PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lookup_hosts" (
	"host" text PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lookup_shops" (
	"slug" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"shop_id" uuid NOT NULL,
	CONSTRAINT "lookup_shops_key_unique" UNIQUE("key"),
	CONSTRAINT "lookup_shops_shop_id_unique" UNIQUE("shop_id")
);
--> statement-breakpoint
CREATE TABLE "work_ready" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shop_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"attempts" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "media" (
	"shop_id" uuid NOT NULL,
	"id" text NOT NULL,
	"source_url" text NOT NULL,
	"state" text NOT NULL,
	"error" text,
	"content" "bytea",
	"width" integer,
	"height" integer,
	"created_at" timestamp with time zone NOT NULL,
	"fetched_at" timestamp with time zone,
	CONSTRAINT "media_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
ALTER TABLE "media" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_lines" (
	"shop_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"sku" text,
	"title" text NOT NULL,
	"variant" text,
	"quantity" integer NOT NULL,
	"unit_price" bigint NOT NULL,
	"discount" bigint NOT NULL,
	"tax_rate" double precision,
	"image" text,
	"url" text,
	"category" text,
	"tags" jsonb NOT NULL,
	"options" jsonb NOT NULL,
	CONSTRAINT "order_lines_shop_id_order_id_id_pk" PRIMARY KEY("shop_id","order_id","id")
);
--> statement-breakpoint
ALTER TABLE "order_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_parcels" (
	"shop_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"shipment_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "order_parcels_shop_id_order_id_shipment_id_pk" PRIMARY KEY("shop_id","order_id","shipment_id")
);
--> statement-breakpoint
ALTER TABLE "order_parcels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "orders" (
	"shop_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"number_key" text NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"locale" text,
	"currency" text NOT NULL,
	"customer_name" text,
	"customer_email" text,
	"customer_phone" text,
	"delivery_address" jsonb,
	"shipping" jsonb,
	"discounts" jsonb NOT NULL,
	"source_token" text,
	"version" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "orders_shop_id_id_pk" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "orders_number" UNIQUE("shop_id","number_key")
);
--> statement-breakpoint
ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outbox" (
	"shop_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subject_type" text NOT NULL,
	"subject" uuid NOT NULL,
	"milestone" text NOT NULL,
	"occurrence" text NOT NULL,
	"channel" text NOT NULL,
	"target" text NOT NULL,
	"payload" jsonb NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "outbox_shop_id_id_pk" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "outbox_once" UNIQUE("shop_id","subject_type","subject","milestone","occurrence","channel","target")
);
--> statement-breakpoint
ALTER TABLE "outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "scans" (
	"shop_id" uuid NOT NULL,
	"shipment_id" uuid NOT NULL,
	"fingerprint" text NOT NULL,
	"inbox_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"scan" jsonb NOT NULL,
	CONSTRAINT "scans_shop_id_shipment_id_fingerprint_pk" PRIMARY KEY("shop_id","shipment_id","fingerprint")
);
--> statement-breakpoint
ALTER TABLE "scans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "statements" (
	"shop_id" uuid NOT NULL,
	"shipment_id" uuid NOT NULL,
	"fingerprint" text NOT NULL,
	"inbox_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"statement" jsonb NOT NULL,
	CONSTRAINT "statements_shop_id_shipment_id_fingerprint_pk" PRIMARY KEY("shop_id","shipment_id","fingerprint")
);
--> statement-breakpoint
ALTER TABLE "statements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shipment_lines" (
	"shop_id" uuid NOT NULL,
	"shipment_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"line_id" text NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "shipment_lines_shop_id_shipment_id_order_id_line_id_pk" PRIMARY KEY("shop_id","shipment_id","order_id","line_id")
);
--> statement-breakpoint
ALTER TABLE "shipment_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shipments" (
	"shop_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"carrier" text NOT NULL,
	"number" text NOT NULL,
	"number_key" text NOT NULL,
	"generation" integer NOT NULL,
	"projection" jsonb NOT NULL,
	"projection_version" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "shipments_shop_id_id_pk" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "shipments_number" UNIQUE("shop_id","number_key","carrier","generation")
);
--> statement-breakpoint
ALTER TABLE "shipments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shop_hosts" (
	"shop_id" uuid NOT NULL,
	"host" text NOT NULL,
	"verified_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "shop_hosts_shop_id_host_pk" PRIMARY KEY("shop_id","host")
);
--> statement-breakpoint
ALTER TABLE "shop_hosts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shops" (
	"shop_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"key" text NOT NULL,
	"settings" jsonb NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "shops_shop_id_pk" PRIMARY KEY("shop_id")
);
--> statement-breakpoint
ALTER TABLE "shops" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tokens" (
	"shop_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"purpose" text NOT NULL,
	"subject" uuid NOT NULL,
	"scope" text NOT NULL,
	"generation" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tokens_shop_id_token_hash_pk" PRIMARY KEY("shop_id","token_hash")
);
--> statement-breakpoint
ALTER TABLE "tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "inbox" ADD CONSTRAINT "inbox_shop_id_endpoint_id_endpoints_shop_id_id_fk" FOREIGN KEY ("shop_id","endpoint_id") REFERENCES "public"."endpoints"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_shop_id_order_id_orders_shop_id_id_fk" FOREIGN KEY ("shop_id","order_id") REFERENCES "public"."orders"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_parcels" ADD CONSTRAINT "order_parcels_shop_id_order_id_orders_shop_id_id_fk" FOREIGN KEY ("shop_id","order_id") REFERENCES "public"."orders"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_parcels" ADD CONSTRAINT "order_parcels_shop_id_shipment_id_shipments_shop_id_id_fk" FOREIGN KEY ("shop_id","shipment_id") REFERENCES "public"."shipments"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scans" ADD CONSTRAINT "scans_shop_id_shipment_id_shipments_shop_id_id_fk" FOREIGN KEY ("shop_id","shipment_id") REFERENCES "public"."shipments"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_shop_id_shipment_id_shipments_shop_id_id_fk" FOREIGN KEY ("shop_id","shipment_id") REFERENCES "public"."shipments"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_lines" ADD CONSTRAINT "shipment_lines_shop_id_shipment_id_shipments_shop_id_id_fk" FOREIGN KEY ("shop_id","shipment_id") REFERENCES "public"."shipments"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_lines" ADD CONSTRAINT "shipment_lines_shop_id_order_id_line_id_order_lines_shop_id_order_id_id_fk" FOREIGN KEY ("shop_id","order_id","line_id") REFERENCES "public"."order_lines"("shop_id","order_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inbox_state" ON "inbox" USING btree ("shop_id","state");--> statement-breakpoint
CREATE INDEX "work_ready_due" ON "work_ready" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "order_parcels_shipment" ON "order_parcels" USING btree ("shop_id","shipment_id");--> statement-breakpoint
CREATE POLICY "tenant" ON "api_keys" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "attempts" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "endpoints" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "inbox" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "media" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "order_lines" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "order_parcels" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "orders" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "outbox" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "scans" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "statements" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "shipment_lines" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "shipments" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "shop_hosts" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "shops" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tokens" AS PERMISSIVE FOR ALL TO public USING (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid) WITH CHECK (shop_id = nullif(current_setting('app.shop_id', true), '')::uuid);