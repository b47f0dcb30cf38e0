CREATE TABLE "member_apart" (
	"merchant_id" bigint NOT NULL,
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"said_by" text NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "member_apart_merchant_id_one_id_other_id_pk" PRIMARY KEY("merchant_id","one_id","other_id")
);
--> statement-breakpoint
ALTER TABLE "member_apart" ADD CONSTRAINT "member_apart_merchant_id_one_id_member_merchant_id_id_fk" FOREIGN KEY ("merchant_id","one_id") REFERENCES "public"."member"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_apart" ADD CONSTRAINT "member_apart_merchant_id_other_id_member_merchant_id_id_fk" FOREIGN KEY ("merchant_id","other_id") REFERENCES "public"."member"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "member_apart_other" ON "member_apart" USING btree ("merchant_id","other_id");