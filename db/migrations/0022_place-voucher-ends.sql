-- Evenings that were moved before their vouchers moved with them: each voucher of a place ends when its evening does. One that
-- has expired on the old day, of an evening that is still to come, lets its owner in again.
UPDATE "redemption" r
SET "expires_at" = e."ends_at", "status" = 'open', "ended_at" = NULL,
	"fulfilment" = CASE WHEN r."status" = 'expired' AND r."fulfilment" IS NOT NULL THEN 'waiting' ELSE r."fulfilment" END
FROM "event_place" p JOIN "event" e ON e."merchant_id" = p."merchant_id" AND e."id" = p."event_id"
WHERE r."merchant_id" = p."merchant_id" AND r."id" = p."id" AND p."status" = 'booked' AND e."status" = 'open'
	AND r."expires_at" IS DISTINCT FROM e."ends_at"
	AND (r."status" = 'open' OR (r."status" = 'expired' AND e."ends_at" > now()));
