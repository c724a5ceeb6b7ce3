-- CreateIndex
CREATE INDEX "appointment_role_idx" ON "appointment"("role");

-- CreateIndex
CREATE INDEX "whistle_ended_at_idx" ON "whistle"("ended_at");

-- What the street looks at first is found without looking at the whistles that are over.
CREATE INDEX whistle_blow_asked ON "whistle" ("id") WHERE "blow_asked";
CREATE INDEX whistle_objected ON "whistle" ("id") WHERE "objected";
CREATE INDEX whistle_hot ON "whistle" ("id") WHERE "hot";
CREATE INDEX whistle_silent ON "whistle" ("silent_from") WHERE "silent_from" IS NOT NULL;

-- The bell counts what is unread without looking at what was read.
CREATE INDEX notification_unread ON "notification" ("user_id", "kind") WHERE "read_at" IS NULL;
