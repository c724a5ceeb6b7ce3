-- AlterTable
ALTER TABLE "stored_file" ADD COLUMN     "whistle_id" UUID;

-- CreateTable
CREATE TABLE "case_whistle" (
    "case_id" UUID NOT NULL,
    "whistle_id" UUID NOT NULL,
    "open" BOOLEAN NOT NULL,

    CONSTRAINT "case_whistle_pkey" PRIMARY KEY ("case_id","whistle_id")
);

-- CreateTable
CREATE TABLE "whistle" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "district_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "whistle_no" TEXT NOT NULL,
    "whistle_type" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "lng" DOUBLE PRECISION,
    "lat" DOUBLE PRECISION,
    "unit_id" UUID,
    "unit_path" TEXT NOT NULL,
    "community_id" UUID,
    "lead_unit_id" UUID NOT NULL,
    "department_ids" UUID[],
    "todo" TEXT[],
    "blew_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "void_asked_by" UUID,
    "blow_asked" BOOLEAN NOT NULL,
    "objected" BOOLEAN NOT NULL,
    "silent_from" TIMESTAMPTZ(3),
    "clock_limit" TEXT,
    "clock_due_at" TIMESTAMPTZ(3),
    "clock_soon_at" TIMESTAMPTZ(3),
    "hot" BOOLEAN NOT NULL DEFAULT false,
    "drafted_at" TIMESTAMPTZ(3) NOT NULL,
    "blown_at" TIMESTAMPTZ(3),
    "cleared_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "last_event_at" TIMESTAMPTZ(3) NOT NULL,
    "search_text" TEXT NOT NULL DEFAULT '',
    "grams" TEXT[],
    "snapshot" JSONB NOT NULL,

    CONSTRAINT "whistle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "whistle_counter" (
    "district_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "whistle_counter_pkey" PRIMARY KEY ("district_id","month")
);

-- CreateTable
CREATE TABLE "whistle_door" (
    "household_id" UUID NOT NULL,
    "whistle_id" UUID NOT NULL,
    "code_blind" TEXT NOT NULL,
    "code_sealed" BYTEA NOT NULL,

    CONSTRAINT "whistle_door_pkey" PRIMARY KEY ("household_id")
);

-- CreateTable
CREATE TABLE "community_duty" (
    "id" UUID NOT NULL,
    "district_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),

    CONSTRAINT "community_duty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "whistle_setting" (
    "id" UUID NOT NULL,
    "district_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "settings" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,

    CONSTRAINT "whistle_setting_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_whistle_whistle_id_idx" ON "case_whistle"("whistle_id");

-- CreateIndex
CREATE INDEX "whistle_unit_path_state_idx" ON "whistle"("unit_path", "state");

-- CreateIndex
CREATE INDEX "whistle_clock_due_at_id_idx" ON "whistle"("clock_due_at", "id");

-- CreateIndex
CREATE INDEX "whistle_drafted_at_id_idx" ON "whistle"("drafted_at", "id");

-- CreateIndex
CREATE INDEX "whistle_blown_at_idx" ON "whistle"("blown_at");

-- CreateIndex
CREATE INDEX "whistle_department_ids_idx" ON "whistle" USING GIN ("department_ids");

-- CreateIndex
CREATE INDEX "whistle_todo_idx" ON "whistle" USING GIN ("todo");

-- CreateIndex
CREATE INDEX "whistle_grams_idx" ON "whistle" USING GIN ("grams");

-- CreateIndex
CREATE UNIQUE INDEX "whistle_district_id_whistle_no_key" ON "whistle"("district_id", "whistle_no");

-- CreateIndex
CREATE UNIQUE INDEX "whistle_door_code_blind_key" ON "whistle_door"("code_blind");

-- CreateIndex
CREATE INDEX "whistle_door_whistle_id_idx" ON "whistle_door"("whistle_id");

-- CreateIndex
CREATE INDEX "community_duty_district_id_code_idx" ON "community_duty"("district_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "whistle_setting_district_id_version_key" ON "whistle_setting"("district_id", "version");

-- CreateIndex
CREATE INDEX "stored_file_whistle_id_idx" ON "stored_file"("whistle_id");

-- AddForeignKey
ALTER TABLE "whistle_door" ADD CONSTRAINT "whistle_door_whistle_id_fkey" FOREIGN KEY ("whistle_id") REFERENCES "whistle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
