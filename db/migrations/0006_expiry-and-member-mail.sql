CREATE TABLE "daily_sweep" (
	"merchant_id" bigint NOT NULL,
	"work" text NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "daily_sweep_merchant_id_work_pk" PRIMARY KEY("merchant_id","work")
);
--> statement-breakpoint
CREATE TABLE "expiry_change" (
	"merchant_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"status" text NOT NULL,
	"policy" jsonb NOT NULL,
	"version" integer NOT NULL,
	"after_member" uuid,
	"members" integer DEFAULT 0 NOT NULL,
	"lots" integer DEFAULT 0 NOT NULL,
	"points" bigint DEFAULT 0 NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "expiry_change_merchant_id_id_pk" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "mail_preference" (
	"merchant_id" bigint NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"wanted" boolean NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	CONSTRAINT "mail_preference_merchant_id_member_id_kind_pk" PRIMARY KEY("merchant_id","member_id","kind")
);
--> statement-breakpoint
CREATE TABLE "member_mail_day" (
	"merchant_id" bigint NOT NULL,
	"member_id" uuid NOT NULL,
	"day" date NOT NULL,
	"mail_id" uuid NOT NULL,
	CONSTRAINT "member_mail_day_merchant_id_member_id_day_pk" PRIMARY KEY("merchant_id","member_id","day")
);
--> statement-breakpoint
CREATE TABLE "sent_warning" (
	"merchant_id" bigint NOT NULL,
	"member_id" uuid NOT NULL,
	"about" text NOT NULL,
	"last_day" date NOT NULL,
	"days_before" smallint NOT NULL,
	"mail_id" uuid NOT NULL,
	CONSTRAINT "sent_warning_merchant_id_member_id_about_last_day_days_before_pk" PRIMARY KEY("merchant_id","member_id","about","last_day","days_before")
);
--> statement-breakpoint
ALTER TABLE "lot" ADD COLUMN "idle_months" integer;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "active_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "unsubscribe_url" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "send_after" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "daily_sweep" ADD CONSTRAINT "daily_sweep_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expiry_change" ADD CONSTRAINT "expiry_change_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_preference" ADD CONSTRAINT "mail_preference_merchant_id_member_id_member_merchant_id_id_fk" FOREIGN KEY ("merchant_id","member_id") REFERENCES "public"."member"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_mail_day" ADD CONSTRAINT "member_mail_day_merchant_id_member_id_member_merchant_id_id_fk" FOREIGN KEY ("merchant_id","member_id") REFERENCES "public"."member"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_warning" ADD CONSTRAINT "sent_warning_merchant_id_member_id_member_merchant_id_id_fk" FOREIGN KEY ("merchant_id","member_id") REFERENCES "public"."member"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "expiry_change_running" ON "expiry_change" USING btree ("merchant_id") WHERE status = 'running';