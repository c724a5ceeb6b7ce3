-- AlterTable
ALTER TABLE "notification_delivery" ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 0;
