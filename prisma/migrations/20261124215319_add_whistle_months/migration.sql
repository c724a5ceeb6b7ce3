-- AlterTable
ALTER TABLE "whistle_measure" DROP CONSTRAINT "whistle_measure_pkey",
ADD COLUMN     "late_minutes" INTEGER,
ADD COLUMN     "month" TEXT NOT NULL DEFAULT '',
ADD CONSTRAINT "whistle_measure_pkey" PRIMARY KEY ("whistle_id", "department_id", "measure", "month");

-- CreateTable
CREATE TABLE "whistle_month" (
    "district_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "scheme_id" TEXT NOT NULL,
    "scheme_version" INTEGER NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "registered" JSONB NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "whistle_month_pkey" PRIMARY KEY ("district_id","month")
);

-- CreateIndex
CREATE INDEX "whistle_district_id_last_event_at_idx" ON "whistle"("district_id", "last_event_at");

-- whether a reworked whistle was done in time counts by the date before the rework: the job of the next start measures them anew
DELETE FROM "whistle_measure" WHERE "whistle_id" IN (SELECT "id" FROM "whistle" WHERE ("snapshot" ->> 'reworkCount')::int > 0);
