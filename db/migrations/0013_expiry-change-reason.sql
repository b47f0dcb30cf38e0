ALTER TABLE "expiry_change" ADD COLUMN "not_before" timestamp with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "expiry_change" ADD COLUMN "reason" text NOT NULL;