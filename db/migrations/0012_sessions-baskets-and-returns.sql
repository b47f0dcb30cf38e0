CREATE TABLE "come_back" (
	"merchant_id" bigint NOT NULL,
	"ends" date NOT NULL,
	"came" integer NOT NULL,
	"back" integer NOT NULL,
	CONSTRAINT "come_back_merchant_id_ends_pk" PRIMARY KEY("merchant_id","ends")
);
--> statement-breakpoint
CREATE TABLE "job_run" (
	"merchant_id" bigint NOT NULL,
	"job" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone NOT NULL,
	"failure" text,
	CONSTRAINT "job_run_merchant_id_job_started_at_pk" PRIMARY KEY("merchant_id","job","started_at")
);
--> statement-breakpoint
CREATE TABLE "kept_basket" (
	"merchant_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"basket" jsonb NOT NULL,
	"kept_by" text NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kept_basket_merchant_id_id_pk" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "staff_session" (
	"merchant_id" bigint NOT NULL,
	"account_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"device" text,
	"address" text,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "staff_session_merchant_id_account_id_session_id_pk" PRIMARY KEY("merchant_id","account_id","session_id")
);
--> statement-breakpoint
ALTER TABLE "come_back" ADD CONSTRAINT "come_back_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_run" ADD CONSTRAINT "job_run_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_basket" ADD CONSTRAINT "kept_basket_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_merchant_id_merchant_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchant"("id") ON DELETE no action ON UPDATE no action;