DROP INDEX "member_note_member";--> statement-breakpoint
DROP INDEX "outbox_recipient";--> statement-breakpoint
CREATE INDEX "ledger_story" ON "ledger_entry" USING btree ("merchant_id","member_id","occurred_at","seq") WHERE (purchase_id is null or kind = 'release') and redemption_id is null and merge_id is null;--> statement-breakpoint
CREATE INDEX "refund_member" ON "refund" USING btree ("merchant_id","member_id","occurred_at");--> statement-breakpoint
CREATE INDEX "redemption_ended" ON "redemption" USING btree ("merchant_id","member_id","ended_at") WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX "member_note_member" ON "member_note" USING btree ("merchant_id","member_id","written_at","id");--> statement-breakpoint
CREATE INDEX "outbox_recipient" ON "outbox" USING btree ("merchant_id","recipient","created_at","id");