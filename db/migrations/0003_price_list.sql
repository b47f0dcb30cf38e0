CREATE TABLE "price_list" (
	"merchant_id" bigint PRIMARY KEY NOT NULL,
	"products" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "merchant" ADD COLUMN "undo_minutes" integer DEFAULT 30;--> statement-breakpoint
ALTER TABLE "price_list" ADD CONSTRAINT "price_list_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;