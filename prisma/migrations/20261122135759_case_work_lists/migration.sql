-- AlterTable
ALTER TABLE "case" ADD COLUMN     "clock_limit" TEXT,
ADD COLUMN     "clock_soon_at" TIMESTAMPTZ(3),
ADD COLUMN     "extension_asked_by" UUID,
ADD COLUMN     "first_dispatcher_id" UUID,
ADD COLUMN     "handler_ids" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "hold_asked_by" UUID,
ADD COLUMN     "next_review_at" TIMESTAMPTZ(3),
ADD COLUMN     "objected_unit_ids" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "search_text" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "supervised_until" TIMESTAMPTZ(3),
ADD COLUMN     "tile13" TEXT,
ADD COLUMN     "tile17" TEXT,
ADD COLUMN     "unit_id" UUID,
ADD COLUMN     "void_asked_by" UUID,
ADD COLUMN     "waiting_support_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateIndex
CREATE INDEX "case_state_clock_due_at_idx" ON "case"("state", "clock_due_at");

-- CreateIndex
CREATE INDEX "case_clock_due_at_id_idx" ON "case"("clock_due_at", "id");

-- CreateIndex
CREATE INDEX "case_last_event_at_id_idx" ON "case"("last_event_at", "id");
