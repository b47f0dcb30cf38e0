CREATE TABLE "member_merge" (
	"merchant_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"survivor_id" uuid NOT NULL,
	"merged_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"taken" jsonb NOT NULL,
	"points" jsonb NOT NULL,
	"moved" jsonb NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" text,
	CONSTRAINT "member_merge_merchant_id_id_pk" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "member_note" (
	"merchant_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"text" text NOT NULL,
	"text_key" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"edited_by" text,
	"edited_at" timestamp with time zone,
	CONSTRAINT "member_note_merchant_id_id_pk" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "member_tag" (
	"merchant_id" bigint NOT NULL,
	"tag" text NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "member_tag_merchant_id_tag_member_id_pk" PRIMARY KEY("merchant_id","tag","member_id")
);
--> statement-breakpoint
CREATE TABLE "segment" (
	"merchant_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"filter" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "segment_merchant_id_id_pk" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD COLUMN "merge_id" uuid;--> statement-breakpoint
ALTER TABLE "lot" ADD COLUMN "origin_member_id" uuid;--> statement-breakpoint
ALTER TABLE "lot" ADD COLUMN "origin_no" integer;--> statement-breakpoint
ALTER TABLE "lot" ADD COLUMN "expired_before" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "member_merge" ADD CONSTRAINT "member_merge_merchant_id_survivor_id_member_merchant_id_id_fk" FOREIGN KEY ("merchant_id","survivor_id") REFERENCES "public"."member"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_merge" ADD CONSTRAINT "member_merge_merchant_id_merged_id_member_merchant_id_id_fk" FOREIGN KEY ("merchant_id","merged_id") REFERENCES "public"."member"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_note" ADD CONSTRAINT "member_note_merchant_id_member_id_member_merchant_id_id_fk" FOREIGN KEY ("merchant_id","member_id") REFERENCES "public"."member"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_tag" ADD CONSTRAINT "member_tag_merchant_id_member_id_member_merchant_id_id_fk" FOREIGN KEY ("merchant_id","member_id") REFERENCES "public"."member"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "member_merge_survivor" ON "member_merge" USING btree ("merchant_id","survivor_id","id");--> statement-breakpoint
CREATE INDEX "member_merge_merged" ON "member_merge" USING btree ("merchant_id","merged_id","id");--> statement-breakpoint
CREATE INDEX "member_note_member" ON "member_note" USING btree ("merchant_id","member_id","id");--> statement-breakpoint
CREATE INDEX "member_tag_member" ON "member_tag" USING btree ("merchant_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "segment_name" ON "segment" USING btree ("merchant_id","name");--> statement-breakpoint
CREATE INDEX "member_merged" ON "member" USING btree ("merchant_id","merged_into") WHERE status = 'merged';--> statement-breakpoint
CREATE INDEX "member_merged_external" ON "member" USING btree ("merchant_id","external_id") WHERE status = 'merged';--> statement-breakpoint
CREATE INDEX "member_merged_email" ON "member" USING btree ("merchant_id","email") WHERE status = 'merged';--> statement-breakpoint
CREATE INDEX "member_merged_phone" ON "member" USING btree ("merchant_id","phone") WHERE status = 'merged';--> statement-breakpoint
CREATE INDEX "member_merged_account" ON "member" USING btree ("merchant_id","account_id") WHERE status = 'merged';--> statement-breakpoint
CREATE INDEX "member_by_visit" ON "member" USING btree ("merchant_id",coalesce(last_purchase_at, '-infinity'),"id") WHERE status = 'active';--> statement-breakpoint
CREATE INDEX "member_by_balance" ON "member" USING btree ("merchant_id","balance","id") WHERE status = 'active';--> statement-breakpoint
CREATE INDEX "member_by_spend" ON "member" USING btree ("merchant_id","spend","id") WHERE status = 'active';--> statement-breakpoint
CREATE INDEX "member_by_joined" ON "member" USING btree ("merchant_id","enrolled_at","id") WHERE status = 'active';--> statement-breakpoint
CREATE INDEX "member_by_name" ON "member" USING btree ("merchant_id",(name_key is null),coalesce(name_key, ''),"id") WHERE status = 'active';--> statement-breakpoint
CREATE INDEX "member_by_tier" ON "member" USING btree ("merchant_id","tier","id") WHERE status = 'active' and tier is not null;--> statement-breakpoint
CREATE INDEX "member_mailbox" ON "member" USING btree ("merchant_id",(replace(split_part(split_part(email, '@', 1), '+', 1), '.', '') || '@' || split_part(email, '@', 2))) WHERE status = 'active' and email is not null;--> statement-breakpoint
CREATE INDEX "member_subscriber" ON "member" USING btree ("merchant_id",right(phone, 9)) WHERE status = 'active' and phone is not null;--> statement-breakpoint
CREATE INDEX "member_born" ON "member" USING btree ("merchant_id","name_key","birthday") WHERE status = 'active' and name_key is not null and birthday is not null;--> statement-breakpoint
CREATE INDEX "audit_member" ON "audit_event" USING btree ("merchant_id","subject","id") WHERE subject like 'member:%';--> statement-breakpoint
CREATE INDEX "outbox_recipient" ON "outbox" USING btree ("merchant_id","recipient","id");
--> statement-breakpoint
INSERT INTO "member_tag" ("merchant_id", "tag", "member_id") SELECT DISTINCT "merchant_id", unnest("tags"), "id" FROM "member" WHERE "status" = 'active';
