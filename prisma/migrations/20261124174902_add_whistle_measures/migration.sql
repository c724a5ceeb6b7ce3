-- CreateTable
CREATE TABLE "whistle_measure" (
    "whistle_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "district_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "community_id" UUID,
    "whistle_type" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "verdict" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "whole" INTEGER NOT NULL,
    "excluded" TEXT,

    CONSTRAINT "whistle_measure_pkey" PRIMARY KEY ("whistle_id","department_id","measure")
);

-- CreateIndex
CREATE INDEX "whistle_measure_district_id_at_idx" ON "whistle_measure"("district_id", "at");

-- CreateIndex
CREATE INDEX "whistle_measure_community_id_at_idx" ON "whistle_measure"("community_id", "at");

-- CreateIndex
CREATE INDEX "whistle_measure_department_id_at_idx" ON "whistle_measure"("department_id", "at");

-- CreateIndex
CREATE INDEX "case_community_id_registered_at_idx" ON "case"("community_id", "registered_at");

-- AddForeignKey
ALTER TABLE "whistle_measure" ADD CONSTRAINT "whistle_measure_whistle_id_fkey" FOREIGN KEY ("whistle_id") REFERENCES "whistle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
