-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "district_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "started_by" UUID NOT NULL,
    "summary" JSONB,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_record" (
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "row_hash" CHAR(64) NOT NULL,
    "case_version" INTEGER NOT NULL,
    "flags" TEXT[],
    "run_id" UUID NOT NULL,

    CONSTRAINT "import_record_pkey" PRIMARY KEY ("source","external_id")
);

-- CreateIndex
CREATE INDEX "import_run_source_started_at_idx" ON "import_run"("source", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "import_record_case_id_key" ON "import_record"("case_id");

-- CreateIndex
CREATE INDEX "import_record_flags_idx" ON "import_record" USING GIN ("flags");
