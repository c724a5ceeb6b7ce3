-- AlterTable
ALTER TABLE "notification_delivery" ADD COLUMN     "household_id" UUID,
ADD COLUMN     "source" TEXT;

-- AlterTable
ALTER TABLE "whistle_door" ADD COLUMN     "phone_sealed" BYTEA;

-- CreateIndex
CREATE UNIQUE INDEX "notification_delivery_source_key" ON "notification_delivery"("source");

-- CreateIndex
CREATE INDEX "notification_delivery_household_id_idx" ON "notification_delivery"("household_id");
