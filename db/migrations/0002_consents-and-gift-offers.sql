CREATE TABLE "consent_event" (
	"merchant_id" bigint NOT NULL,
	"member_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"given" boolean NOT NULL,
	"wording" text NOT NULL,
	"via" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	CONSTRAINT "consent_event_merchant_id_member_id_id_pk" PRIMARY KEY("merchant_id","member_id","id")
);
--> statement-breakpoint
CREATE TABLE "gift_offer" (
	"merchant_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"from_member_id" uuid NOT NULL,
	"to_member_id" uuid NOT NULL,
	"points" bigint NOT NULL,
	"message" text,
	"status" text NOT NULL,
	"entry_seq" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "gift_offer_merchant_id_id_pk" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
ALTER TABLE "sign_in_token" ADD COLUMN "landing" text;--> statement-breakpoint
ALTER TABLE "sign_in_token" ADD COLUMN "joining" jsonb;--> statement-breakpoint
ALTER TABLE "consent_event" ADD CONSTRAINT "consent_event_merchant_id_member_id_member_merchant_id_id_fk" FOREIGN KEY ("merchant_id","member_id") REFERENCES "public"."member"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gift_offer" ADD CONSTRAINT "gift_offer_merchant_id_from_member_id_member_merchant_id_id_fk" FOREIGN KEY ("merchant_id","from_member_id") REFERENCES "public"."member"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gift_offer" ADD CONSTRAINT "gift_offer_merchant_id_to_member_id_member_merchant_id_id_fk" FOREIGN KEY ("merchant_id","to_member_id") REFERENCES "public"."member"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "gift_offer_from" ON "gift_offer" USING btree ("merchant_id","from_member_id","created_at");--> statement-breakpoint
CREATE INDEX "gift_offer_to" ON "gift_offer" USING btree ("merchant_id","to_member_id","created_at");--> statement-breakpoint
CREATE INDEX "gift_offer_due" ON "gift_offer" USING btree ("merchant_id","expires_at") WHERE status = 'offered';