-- AlterTable
ALTER TABLE "case" ADD COLUMN     "first_community_id" UUID;

-- CreateIndex
CREATE INDEX "case_first_community_id_last_event_at_idx" ON "case"("first_community_id", "last_event_at");

-- CreateIndex
CREATE INDEX "case_reported_at_id_idx" ON "case"("reported_at", "id");

-- CreateIndex
CREATE INDEX "case_unit_path_state_idx" ON "case"("unit_path", "state");
