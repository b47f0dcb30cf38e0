CREATE TABLE "import_file_part" (
	"merchant_id" bigint NOT NULL,
	"import_id" uuid NOT NULL,
	"file" text NOT NULL,
	"no" smallint NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "import_file_part_merchant_id_import_id_file_no_pk" PRIMARY KEY("merchant_id","import_id","file","no")
);
--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "file_bytes" bigint;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "task" text;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "doing" text;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "progress" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "progress_total" integer;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "checked" jsonb;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "failure" jsonb;--> statement-breakpoint
ALTER TABLE "import_file_part" ADD CONSTRAINT "import_file_part_merchant_id_import_id_import_run_merchant_id_id_fk" FOREIGN KEY ("merchant_id","import_id") REFERENCES "public"."import_run"("merchant_id","id") ON DELETE no action ON UPDATE no action;