CREATE TABLE "activity" (
	"merchant_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"request_hash" text NOT NULL,
	"type" text NOT NULL,
	"status" text NOT NULL,
	"counted" boolean NOT NULL,
	"source" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"program_version" integer NOT NULL,
	"cap_use" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"budget_use" bigint DEFAULT 0 NOT NULL,
	"explanation" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"points" bigint DEFAULT 0 NOT NULL,
	"pending" bigint DEFAULT 0 NOT NULL,
	"balance" bigint NOT NULL,
	"entry_seq" integer,
	"recorded_by" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "activity_merchant_id_id_pk" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_merchant_id_member_id_member_merchant_id_id_fk" FOREIGN KEY ("merchant_id","member_id") REFERENCES "public"."member"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "activity_external" ON "activity" USING btree ("merchant_id","external_id");--> statement-breakpoint
CREATE INDEX "activity_member" ON "activity" USING btree ("merchant_id","member_id","occurred_at");--> statement-breakpoint
CREATE INDEX "activity_entry" ON "activity" USING btree ("merchant_id","member_id","entry_seq") WHERE entry_seq is not null;--> statement-breakpoint
CREATE INDEX "activity_waiting" ON "activity" USING btree ("merchant_id","recorded_at") WHERE status = 'waiting';