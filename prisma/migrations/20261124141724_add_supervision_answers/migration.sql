-- AlterTable
ALTER TABLE "case" ADD COLUMN     "supervised_by_id" UUID,
ADD COLUMN     "supervision_state" TEXT;


-- Cases of before: the new counters as their own events count them.
UPDATE "case" SET "snapshot" = ("case"."snapshot" - 'supervisionCount') || jsonb_build_object(
  'extensionRefusedCount', counted."extension_refused",
  'holdCount', counted."held",
  'holdRefusedCount', counted."hold_refused",
  'voidRefusedCount', counted."void_refused",
  'lateReplyCount', 0,
  'supervisionCounts', jsonb_build_object('normal', counted."normal", 'urgent', counted."urgent", 'final', counted."final")
)
FROM (
  SELECT "aggregate_id",
    count(*) FILTER (WHERE "type" = 'ExtensionRefused') AS "extension_refused",
    count(*) FILTER (WHERE "type" = 'CaseHeld') AS "held",
    count(*) FILTER (WHERE "type" = 'HoldRefused') AS "hold_refused",
    count(*) FILTER (WHERE "type" = 'VoidRefused') AS "void_refused",
    count(*) FILTER (WHERE "type" = 'SupervisionIssued' AND "payload"->>'level' = 'normal') AS "normal",
    count(*) FILTER (WHERE "type" = 'SupervisionIssued' AND "payload"->>'level' = 'urgent') AS "urgent",
    count(*) FILTER (WHERE "type" = 'SupervisionIssued' AND "payload"->>'level' = 'final') AS "final"
  FROM "domain_event" WHERE "aggregate_type" = 'case' GROUP BY "aggregate_id"
) AS counted
WHERE counted."aggregate_id" = "case"."id";

-- Their last supervision: unanswered, or settled by an end of the case after it.
UPDATE "case" SET
  "snapshot" = jsonb_set("case"."snapshot", '{supervision}', "case"."snapshot"->'supervision' || jsonb_build_object(
    'byId', last."actor_id", 'departmentId', "case"."lead_unit_id", 'state', last."state",
    'receivedAt', NULL, 'receivedById', NULL, 'reply', NULL, 'returnCount', 0)),
  "supervised_until" = CASE WHEN last."state" = 'issued' THEN "case"."supervised_until" END,
  "supervision_state" = CASE WHEN last."state" = 'issued' THEN 'issued' END,
  "supervised_by_id" = CASE WHEN last."state" = 'issued' THEN last."actor_id" END
FROM (
  SELECT DISTINCT ON (issued."aggregate_id") issued."aggregate_id", issued."actor_id",
    CASE WHEN EXISTS (
      SELECT 1 FROM "domain_event" AS ending
      WHERE ending."aggregate_type" = 'case' AND ending."aggregate_id" = issued."aggregate_id" AND ending."seq" > issued."seq"
        AND (ending."type" IN ('CaseClosed', 'CaseVoided', 'CaseDeclined', 'CaseDiverted')
          OR (ending."type" = 'CaseVerified' AND ending."payload"->>'isTrue' = 'false'))
    ) THEN 'closed' ELSE 'issued' END AS "state"
  FROM "domain_event" AS issued
  WHERE issued."aggregate_type" = 'case' AND issued."type" = 'SupervisionIssued'
  ORDER BY issued."aggregate_id", issued."seq" DESC
) AS last
WHERE last."aggregate_id" = "case"."id" AND jsonb_typeof("case"."snapshot"->'supervision') = 'object';
