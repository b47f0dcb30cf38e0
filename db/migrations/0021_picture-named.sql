ALTER TABLE "picture" RENAME COLUMN "added_at" TO "named_at";
