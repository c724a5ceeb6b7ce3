-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "loud" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "does" TEXT,
    "via" TEXT,
    "read_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "notification_user_id_id_idx" ON "notification"("user_id", "id");

-- CreateIndex
CREATE INDEX "notification_subject_id_kind_idx" ON "notification"("subject_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "notification_source_user_id_key" ON "notification"("source", "user_id");
