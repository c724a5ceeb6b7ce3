-- CreateIndex
CREATE INDEX "whistle_district_id_blown_at_idx" ON "whistle"("district_id", "blown_at");

-- CreateIndex
CREATE INDEX "whistle_community_id_blown_at_idx" ON "whistle"("community_id", "blown_at");
