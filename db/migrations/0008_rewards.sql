CREATE TABLE "redemption" (
	"merchant_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"reward" text NOT NULL,
	"name" text NOT NULL,
	"gives" jsonb NOT NULL,
	"program_version" integer NOT NULL,
	"quantity" integer NOT NULL,
	"points" bigint NOT NULL,
	"balance" bigint NOT NULL,
	"entry_seq" integer,
	"source" text NOT NULL,
	"occasion" text,
	"reason" text,
	"status" text NOT NULL,
	"fulfilment" text,
	"code" text,
	"expires_at" timestamp with time zone,
	"stocked" boolean NOT NULL,
	"donated" bigint DEFAULT 0 NOT NULL,
	"redeemed_at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"recorded_by" text NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" text,
	"ended_reference" text,
	"purchase_id" uuid,
	CONSTRAINT "redemption_merchant_id_id_pk" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "reward_total" (
	"merchant_id" bigint NOT NULL,
	"reward" text NOT NULL,
	"given" bigint DEFAULT 0 NOT NULL,
	"donated" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "reward_total_merchant_id_reward_pk" PRIMARY KEY("merchant_id","reward")
);
--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD COLUMN "redemption_id" uuid;--> statement-breakpoint
ALTER TABLE "redemption" ADD CONSTRAINT "redemption_merchant_id_member_id_member_merchant_id_id_fk" FOREIGN KEY ("merchant_id","member_id") REFERENCES "public"."member"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "redemption_code" ON "redemption" USING btree ("merchant_id","code");--> statement-breakpoint
CREATE INDEX "redemption_member" ON "redemption" USING btree ("merchant_id","member_id","redeemed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "redemption_occasion" ON "redemption" USING btree ("merchant_id","member_id","reward","occasion") WHERE occasion is not null and status <> 'cancelled';--> statement-breakpoint
CREATE INDEX "redemption_expiry" ON "redemption" USING btree ("merchant_id","expires_at") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "redemption_waiting" ON "redemption" USING btree ("merchant_id","redeemed_at") WHERE fulfilment in ('waiting', 'ready');--> statement-breakpoint
CREATE INDEX "redemption_purchase" ON "redemption" USING btree ("merchant_id","purchase_id") WHERE purchase_id is not null;