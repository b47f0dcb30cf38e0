CREATE TABLE "tier_review" (
	"merchant_id" bigint NOT NULL,
	"version" integer NOT NULL,
	"after" uuid,
	"recount" boolean NOT NULL,
	CONSTRAINT "tier_review_merchant_id_pk" PRIMARY KEY("merchant_id")
);
--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "tier_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "tier_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "tier_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "tier_as_of" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "tier_lock" text;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "tally" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "tally_seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "member_tier" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "member_tier" ADD COLUMN "actor" text;--> statement-breakpoint
ALTER TABLE "merchant" ADD COLUMN "qualifying_version" integer;--> statement-breakpoint
CREATE INDEX "member_tier_due" ON "member" USING btree ("merchant_id","tier_due_at") WHERE tier_due_at is not null;