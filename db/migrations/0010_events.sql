CREATE TABLE "event" (
	"merchant_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"reward" text NOT NULL,
	"name" text NOT NULL,
	"place" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"places" integer NOT NULL,
	"waiting_list" boolean NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "event_merchant_id_id_pk" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "event_place" (
	"merchant_id" bigint NOT NULL,
	"event_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"status" text NOT NULL,
	"turn" integer NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"booked_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"refusal" text,
	"checked_in_at" timestamp with time zone,
	"checked_in_by" text,
	CONSTRAINT "event_place_merchant_id_event_id_id_pk" PRIMARY KEY("merchant_id","event_id","id")
);
--> statement-breakpoint
ALTER TABLE "event_place" ADD CONSTRAINT "event_place_merchant_id_event_id_event_merchant_id_id_fk" FOREIGN KEY ("merchant_id","event_id") REFERENCES "public"."event"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_place" ADD CONSTRAINT "event_place_merchant_id_member_id_member_merchant_id_id_fk" FOREIGN KEY ("merchant_id","member_id") REFERENCES "public"."member"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_starts" ON "event" USING btree ("merchant_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "event_place_member" ON "event_place" USING btree ("merchant_id","event_id","member_id") WHERE status in ('booked', 'waiting');--> statement-breakpoint
CREATE INDEX "event_place_of_member" ON "event_place" USING btree ("merchant_id","member_id");