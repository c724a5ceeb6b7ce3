-- CreateTable
CREATE TABLE "running_limit" (
    "id" BIGSERIAL NOT NULL,
    "aggregate_type" TEXT NOT NULL,
    "aggregate_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "district_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "held" BOOLEAN NOT NULL,
    "emergency" BOOLEAN NOT NULL,
    "holder" JSONB NOT NULL,
    "escalates" JSONB NOT NULL,
    "marks" TIMESTAMPTZ(3)[],
    "done" INTEGER NOT NULL,
    "next_at" TIMESTAMPTZ(3),

    CONSTRAINT "running_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "limit_mark" (
    "id" BIGSERIAL NOT NULL,
    "aggregate_type" TEXT NOT NULL,
    "aggregate_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "no" INTEGER NOT NULL,
    "district_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "fired_at" TIMESTAMPTZ(3) NOT NULL,
    "emergency" BOOLEAN NOT NULL,
    "holder" JSONB NOT NULL,
    "escalates" JSONB NOT NULL,

    CONSTRAINT "limit_mark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "running_limit_district_id_aggregate_type_aggregate_id_idx" ON "running_limit"("district_id", "aggregate_type", "aggregate_id");

-- CreateIndex
CREATE UNIQUE INDEX "running_limit_aggregate_type_aggregate_id_key_key" ON "running_limit"("aggregate_type", "aggregate_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "limit_mark_aggregate_type_aggregate_id_key_started_at_no_key" ON "limit_mark"("aggregate_type", "aggregate_id", "key", "started_at", "no");

-- What is next to fire is found without looking at limits that are held or done.
CREATE INDEX running_limit_next ON "running_limit" ("next_at") WHERE "next_at" IS NOT NULL;

-- What a limit did stays.
CREATE TRIGGER limit_mark_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "limit_mark"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
