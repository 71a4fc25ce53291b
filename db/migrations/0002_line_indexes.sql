ALTER TABLE "order_lines" ADD COLUMN "media_id" text;--> statement-breakpoint
CREATE INDEX "order_lines_media" ON "order_lines" USING btree ("shop_id","media_id");--> statement-breakpoint
CREATE INDEX "shipment_lines_line" ON "shipment_lines" USING btree ("shop_id","order_id","line_id");