-- AlterTable
ALTER TABLE "community_duty" ADD COLUMN     "added_by" UUID,
ADD COLUMN     "basis" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "end_reason" TEXT,
ADD COLUMN     "ended_by" UUID;

-- RenameTable: settings of every kind stand in one table, what districts set for whistles among them
ALTER TABLE "whistle_setting" RENAME TO "district_setting";
ALTER TABLE "district_setting" RENAME CONSTRAINT "whistle_setting_pkey" TO "district_setting_pkey";
ALTER TABLE "district_setting" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'whistle',
ADD COLUMN     "why" TEXT NOT NULL DEFAULT '';
ALTER TABLE "district_setting" ALTER COLUMN "kind" DROP DEFAULT;

-- DropIndex
DROP INDEX "whistle_setting_district_id_version_key";

-- CreateIndex
CREATE UNIQUE INDEX "district_setting_district_id_kind_version_key" ON "district_setting"("district_id", "kind", "version");
