-- What was asked for is remembered under a keyed hash from now on; the plain ones go.
UPDATE "performed_request" SET "content_hash" = NULL;
-- AlterTable
ALTER TABLE "performed_request" ALTER COLUMN "content_hash" SET DATA TYPE TEXT;
