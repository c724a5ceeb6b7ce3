-- AlterTable
ALTER TABLE "case" ADD COLUMN     "barred_reviewer_ids" UUID[] DEFAULT ARRAY[]::UUID[];


-- Cases of before: nobody's contact limit has stood still yet, and the first dispatcher is the one who may not rule.
UPDATE "case" SET
  "snapshot" = "case"."snapshot" || jsonb_build_object(
    'contactHolds', '[]'::jsonb,
    'dispatchedById', (
      SELECT "actor_id" FROM "domain_event"
      WHERE "aggregate_type" = 'case' AND "aggregate_id" = "case"."id" AND "type" = 'CaseDispatched'
      ORDER BY "seq" DESC LIMIT 1
    ),
    'objectedAt', CASE WHEN "case"."state" = 'objected' THEN (
      SELECT floor(extract(epoch FROM "at") * 1000)::bigint FROM "domain_event"
      WHERE "aggregate_type" = 'case' AND "aggregate_id" = "case"."id" AND "type" = 'DispatchObjected'
      ORDER BY "seq" DESC LIMIT 1
    ) END,
    'barredReviewerIds', CASE WHEN "case"."state" = 'objected' AND "case"."first_dispatcher_id" IS NOT NULL
      THEN jsonb_build_array("case"."first_dispatcher_id") ELSE '[]'::jsonb END
  ),
  "barred_reviewer_ids" = CASE WHEN "case"."state" = 'objected' AND "case"."first_dispatcher_id" IS NOT NULL
    THEN ARRAY["case"."first_dispatcher_id"] ELSE ARRAY[]::uuid[] END;
