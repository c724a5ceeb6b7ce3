-- CreateIndex
CREATE INDEX "whistle_lng_lat_idx" ON "whistle"("lng", "lat");
