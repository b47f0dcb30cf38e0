CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text,
	"password_hash" text,
	"locale" text,
	"session_epoch" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_program" (
	"account_id" uuid NOT NULL,
	"merchant_id" bigint NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "account_program_account_id_merchant_id_pk" PRIMARY KEY("account_id","merchant_id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_token" (
	"hash" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"purpose" text NOT NULL,
	"merchant_id" bigint,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "throttle" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"window_start" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "adjustment_request" (
	"merchant_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"points" bigint NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "adjustment_request_merchant_id_id_pk" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "budget_use" (
	"merchant_id" bigint NOT NULL,
	"rule" text NOT NULL,
	"used" bigint NOT NULL,
	CONSTRAINT "budget_use_merchant_id_rule_pk" PRIMARY KEY("merchant_id","rule")
);
--> statement-breakpoint
CREATE TABLE "cap_use" (
	"merchant_id" bigint NOT NULL,
	"member_id" uuid NOT NULL,
	"period" text NOT NULL,
	"rule" text NOT NULL,
	"used" bigint NOT NULL,
	CONSTRAINT "cap_use_merchant_id_member_id_period_rule_pk" PRIMARY KEY("merchant_id","member_id","period","rule")
);
--> statement-breakpoint
CREATE TABLE "day_total" (
	"merchant_id" bigint NOT NULL,
	"day" date NOT NULL,
	"slot" smallint NOT NULL,
	"purchases" bigint DEFAULT 0 NOT NULL,
	"revenue" bigint DEFAULT 0 NOT NULL,
	"refunds" bigint DEFAULT 0 NOT NULL,
	"refunded" bigint DEFAULT 0 NOT NULL,
	"enrolled" bigint DEFAULT 0 NOT NULL,
	"issued" bigint DEFAULT 0 NOT NULL,
	"pending" bigint DEFAULT 0 NOT NULL,
	"redeemed" bigint DEFAULT 0 NOT NULL,
	"expired" bigint DEFAULT 0 NOT NULL,
	"taken_back" bigint DEFAULT 0 NOT NULL,
	"other" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "day_total_merchant_id_day_slot_pk" PRIMARY KEY("merchant_id","day","slot")
);
--> statement-breakpoint
CREATE TABLE "gift" (
	"merchant_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"from_member_id" uuid NOT NULL,
	"to_member_id" uuid NOT NULL,
	"points" bigint NOT NULL,
	"reference" text,
	"created_at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	CONSTRAINT "gift_merchant_id_id_pk" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "idempotency_key" (
	"merchant_id" bigint NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"response" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_key_merchant_id_key_pk" PRIMARY KEY("merchant_id","key")
);
--> statement-breakpoint
CREATE TABLE "ledger_entry" (
	"merchant_id" bigint NOT NULL,
	"member_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"points" bigint NOT NULL,
	"pending" bigint DEFAULT 0 NOT NULL,
	"previous_balance" bigint NOT NULL,
	"balance" bigint NOT NULL,
	"purchase_id" uuid,
	"refund_id" uuid,
	"gift_id" uuid,
	"reverses_seq" integer,
	"reference" text,
	"reason" text,
	"occurred_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"actor" text NOT NULL,
	CONSTRAINT "ledger_entry_merchant_id_member_id_seq_pk" PRIMARY KEY("merchant_id","member_id","seq")
);
--> statement-breakpoint
CREATE TABLE "lot" (
	"merchant_id" bigint NOT NULL,
	"member_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"state" text NOT NULL,
	"points" bigint NOT NULL,
	"remaining" bigint NOT NULL,
	"earned_at" timestamp with time zone NOT NULL,
	"available_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"entry_seq" integer NOT NULL,
	"purchase_id" uuid,
	"validity_months" integer,
	CONSTRAINT "lot_merchant_id_member_id_no_pk" PRIMARY KEY("merchant_id","member_id","no")
);
--> statement-breakpoint
CREATE TABLE "lot_movement" (
	"merchant_id" bigint NOT NULL,
	"member_id" uuid NOT NULL,
	"entry_seq" integer NOT NULL,
	"lot_no" integer NOT NULL,
	"points" bigint NOT NULL,
	CONSTRAINT "lot_movement_merchant_id_member_id_entry_seq_lot_no_pk" PRIMARY KEY("merchant_id","member_id","entry_seq","lot_no")
);
--> statement-breakpoint
CREATE TABLE "member" (
	"merchant_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"card_number" text NOT NULL,
	"external_id" text,
	"name" text,
	"name_key" text,
	"surname_key" text,
	"email" text,
	"phone" text,
	"birthday" date,
	"locale" text,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"attributes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"tier" text,
	"account_id" uuid,
	"enrolled_at" timestamp with time zone NOT NULL,
	"enrolled_via" text NOT NULL,
	"import_id" uuid,
	"balance" bigint DEFAULT 0 NOT NULL,
	"pending" bigint DEFAULT 0 NOT NULL,
	"debt" bigint DEFAULT 0 NOT NULL,
	"next_due_at" timestamp with time zone,
	"entry_seq" integer DEFAULT 0 NOT NULL,
	"lot_no" integer DEFAULT 0 NOT NULL,
	"purchase_count" integer DEFAULT 0 NOT NULL,
	"spend" bigint DEFAULT 0 NOT NULL,
	"first_purchase_at" timestamp with time zone,
	"last_purchase_at" timestamp with time zone,
	CONSTRAINT "member_merchant_id_id_pk" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "member_tier" (
	"merchant_id" bigint NOT NULL,
	"member_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"tier" text,
	"reason" text,
	CONSTRAINT "member_tier_merchant_id_member_id_since_pk" PRIMARY KEY("merchant_id","member_id","since")
);
--> statement-breakpoint
CREATE TABLE "api_key" (
	"merchant_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"hint" text NOT NULL,
	"scopes" text[] NOT NULL,
	"rate_limit" integer DEFAULT 600 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_key_merchant_id_id_pk" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "merchant" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "merchant_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"timezone" text NOT NULL,
	"locale" text NOT NULL,
	"country" text NOT NULL,
	"colour" text DEFAULT '#1C6249' NOT NULL,
	"logo" text,
	"point_name" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_lease" (
	"merchant_id" bigint NOT NULL,
	"bucket" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"used" integer NOT NULL,
	CONSTRAINT "rate_lease_merchant_id_bucket_pk" PRIMARY KEY("merchant_id","bucket")
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"merchant_id" bigint NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_merchant_id_account_id_pk" PRIMARY KEY("merchant_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "program_draft" (
	"merchant_id" bigint PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"based_on" integer NOT NULL,
	"revision" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "program_version" (
	"merchant_id" bigint NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"budget_rules" text[] NOT NULL,
	"effective_from" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" text NOT NULL,
	"note" text,
	CONSTRAINT "program_version_merchant_id_version_pk" PRIMARY KEY("merchant_id","version")
);
--> statement-breakpoint
CREATE TABLE "purchase" (
	"merchant_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" text DEFAULT 'recorded' NOT NULL,
	"channel" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"amount" bigint NOT NULL,
	"paid_with_points" bigint DEFAULT 0 NOT NULL,
	"points_tendered" bigint DEFAULT 0 NOT NULL,
	"refunded" bigint DEFAULT 0 NOT NULL,
	"points" bigint NOT NULL,
	"pending" bigint NOT NULL,
	"balance" bigint NOT NULL,
	"points_taken" bigint DEFAULT 0 NOT NULL,
	"program_version" integer NOT NULL,
	"basis" jsonb NOT NULL,
	"explanation" jsonb NOT NULL,
	"entry_seq" integer,
	"import_id" uuid,
	"recorded_by" text NOT NULL,
	CONSTRAINT "purchase_merchant_id_id_pk" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "purchase_line" (
	"merchant_id" bigint NOT NULL,
	"purchase_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"product_type" text NOT NULL,
	"sku" text,
	"name" text,
	"quantity" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"tax" bigint DEFAULT 0 NOT NULL,
	"discount" bigint DEFAULT 0 NOT NULL,
	"refunded_amount" bigint DEFAULT 0 NOT NULL,
	"refunded_quantity" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "purchase_line_merchant_id_purchase_id_no_pk" PRIMARY KEY("merchant_id","purchase_id","no")
);
--> statement-breakpoint
CREATE TABLE "refund" (
	"merchant_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"purchase_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"request_hash" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"amount" bigint NOT NULL,
	"money" bigint NOT NULL,
	"points_returned" bigint DEFAULT 0 NOT NULL,
	"points_taken" bigint NOT NULL,
	"written_off" bigint DEFAULT 0 NOT NULL,
	"balance" bigint NOT NULL,
	"lines" jsonb NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "refund_merchant_id_id_pk" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"merchant_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text,
	"transport" text NOT NULL,
	"address" text,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "audit_event_merchant_id_id_pk" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "import_refusal" (
	"merchant_id" bigint NOT NULL,
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"field" text,
	"code" text NOT NULL,
	"message" text NOT NULL,
	CONSTRAINT "import_refusal_merchant_id_import_id_row_pk" PRIMARY KEY("merchant_id","import_id","row")
);
--> statement-breakpoint
CREATE TABLE "import_run" (
	"merchant_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"status" text NOT NULL,
	"accepted" integer DEFAULT 0 NOT NULL,
	"repeated" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"members_created" integer DEFAULT 0 NOT NULL,
	"points" bigint DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"started_by" text NOT NULL,
	CONSTRAINT "import_run_merchant_id_id_pk" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"merchant_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"status" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "outbox_merchant_id_id_pk" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
ALTER TABLE "account_program" ADD CONSTRAINT "account_program_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adjustment_request" ADD CONSTRAINT "adjustment_request_merchant_id_member_id_member_merchant_id_id_fk" FOREIGN KEY ("merchant_id","member_id") REFERENCES "public"."member"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_merchant_id_member_id_member_merchant_id_id_fk" FOREIGN KEY ("merchant_id","member_id") REFERENCES "public"."member"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lot" ADD CONSTRAINT "lot_merchant_id_member_id_member_merchant_id_id_fk" FOREIGN KEY ("merchant_id","member_id") REFERENCES "public"."member"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lot_movement" ADD CONSTRAINT "lot_movement_merchant_id_member_id_lot_no_lot_merchant_id_member_id_no_fk" FOREIGN KEY ("merchant_id","member_id","lot_no") REFERENCES "public"."lot"("merchant_id","member_id","no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_tier" ADD CONSTRAINT "member_tier_merchant_id_member_id_member_merchant_id_id_fk" FOREIGN KEY ("merchant_id","member_id") REFERENCES "public"."member"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_draft" ADD CONSTRAINT "program_draft_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_version" ADD CONSTRAINT "program_version_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase" ADD CONSTRAINT "purchase_merchant_id_member_id_member_merchant_id_id_fk" FOREIGN KEY ("merchant_id","member_id") REFERENCES "public"."member"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_line" ADD CONSTRAINT "purchase_line_merchant_id_purchase_id_purchase_merchant_id_id_fk" FOREIGN KEY ("merchant_id","purchase_id") REFERENCES "public"."purchase"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_merchant_id_purchase_id_purchase_merchant_id_id_fk" FOREIGN KEY ("merchant_id","purchase_id") REFERENCES "public"."purchase"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_refusal" ADD CONSTRAINT "import_refusal_merchant_id_import_id_import_run_merchant_id_id_fk" FOREIGN KEY ("merchant_id","import_id") REFERENCES "public"."import_run"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_email" ON "account" USING btree ("email");--> statement-breakpoint
CREATE INDEX "adjustment_waiting" ON "adjustment_request" USING btree ("merchant_id","requested_at") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "idempotency_old" ON "idempotency_key" USING btree ("merchant_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "member_card" ON "member" USING btree ("merchant_id","card_number");--> statement-breakpoint
CREATE UNIQUE INDEX "member_external" ON "member" USING btree ("merchant_id","external_id") WHERE status = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX "member_email" ON "member" USING btree ("merchant_id","email") WHERE status = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX "member_phone" ON "member" USING btree ("merchant_id","phone") WHERE status = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX "member_account" ON "member" USING btree ("merchant_id","account_id") WHERE status = 'active';--> statement-breakpoint
CREATE INDEX "member_name" ON "member" USING btree ("merchant_id","name_key" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "member_surname" ON "member" USING btree ("merchant_id","surname_key" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "member_due" ON "member" USING btree ("merchant_id","next_due_at") WHERE next_due_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_hash" ON "api_key" USING btree ("merchant_id","hash");--> statement-breakpoint
CREATE UNIQUE INDEX "merchant_slug" ON "merchant" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "rate_lease_old" ON "rate_lease" USING btree ("merchant_id","window_start");--> statement-breakpoint
CREATE INDEX "program_version_effective" ON "program_version" USING btree ("merchant_id","effective_from");--> statement-breakpoint
CREATE UNIQUE INDEX "purchase_external" ON "purchase" USING btree ("merchant_id","external_id") WHERE status = 'recorded';--> statement-breakpoint
CREATE INDEX "purchase_member" ON "purchase" USING btree ("merchant_id","member_id","occurred_at");--> statement-breakpoint
CREATE INDEX "purchase_import" ON "purchase" USING btree ("merchant_id","import_id") WHERE import_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "refund_external" ON "refund" USING btree ("merchant_id","external_id");--> statement-breakpoint
CREATE INDEX "refund_purchase" ON "refund" USING btree ("merchant_id","purchase_id");--> statement-breakpoint
CREATE INDEX "outbox_queued" ON "outbox" USING btree ("merchant_id","created_at") WHERE status = 'queued';