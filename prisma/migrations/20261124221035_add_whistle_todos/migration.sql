-- AlterTable
ALTER TABLE "whistle" ADD COLUMN     "clear_due_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "whistle_todo" (
    "whistle_id" UUID NOT NULL,
    "mark" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),

    CONSTRAINT "whistle_todo_pkey" PRIMARY KEY ("whistle_id","mark")
);

-- CreateIndex
CREATE INDEX "whistle_todo_mark_due_at_whistle_id_idx" ON "whistle_todo"("mark", "due_at", "whistle_id");

-- AddForeignKey
ALTER TABLE "whistle_todo" ADD CONSTRAINT "whistle_todo_whistle_id_fkey" FOREIGN KEY ("whistle_id") REFERENCES "whistle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- what stood waiting: the limit of a unit that has to answer or to come, else the one to watch; the next event writes the exact ones
UPDATE "whistle" SET "clear_due_at" = to_timestamp(("snapshot" -> 'clearDue' ->> 'at')::double precision / 1000) WHERE "state" = 'fedBack';
UPDATE "whistle" SET "todo" = array_replace("todo", 'street', 'clearing')
WHERE "state" = 'fedBack' AND ("snapshot" ->> 'supervisionCount')::int = 0 AND EXISTS (SELECT FROM unnest("todo") t WHERE t LIKE 'unit:%');
INSERT INTO "whistle_todo" ("whistle_id", "mark", "due_at")
SELECT w."id", m."mark", coalesce(own."due", w."clock_due_at")
FROM "whistle" w
CROSS JOIN LATERAL unnest(w."todo") AS m("mark")
LEFT JOIN LATERAL (
  SELECT to_timestamp((CASE u ->> 'status' WHEN 'summoned' THEN u -> 'ackDue' ELSE u -> 'reportInDue' END ->> 'at')::double precision / 1000) AS "due"
  FROM jsonb_array_elements(w."snapshot" -> 'units') u
  WHERE m."mark" = 'unit:' || (u ->> 'departmentId') AND u ->> 'arrival' IS NULL AND u ->> 'status' IN ('summoned', 'acknowledged')
) own ON true;
