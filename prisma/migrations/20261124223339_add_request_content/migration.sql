-- AlterTable
ALTER TABLE "performed_request" ADD COLUMN     "content_hash" CHAR(64);

-- CreateIndex
CREATE INDEX "stored_file_sha256_idx" ON "stored_file"("sha256");

-- Tries of household codes were counted under the code itself; they are counted under its keyed hash now.
DELETE FROM "rate_limit" WHERE "key" LIKE 'door.account:%';
