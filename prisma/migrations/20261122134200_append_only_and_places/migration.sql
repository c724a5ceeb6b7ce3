-- The event log and the audit trail only grow: the database itself refuses a change.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER domain_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "domain_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audit_line_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_line"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- One holder at a time: at most one open holder per role and unit.
CREATE UNIQUE INDEX appointment_one_holder ON "appointment" ("role", "unit_id")
  WHERE "valid_to" IS NULL AND NOT "deputy" AND "role" IN ('buildingHead', 'estateGroupLeader', 'gridWorker', 'secretary');

-- One boundary in force per unit.
CREATE UNIQUE INDEX unit_boundary_in_force ON "unit_boundary" ("unit_id") WHERE "valid_to" IS NULL;

-- Paths are compared byte by byte, so that "below this unit" (LIKE 'prefix%') is answered by their indexes whatever the locale.
ALTER TABLE "territory_unit" ALTER COLUMN "path" TYPE TEXT COLLATE "C";
ALTER TABLE "case" ALTER COLUMN "unit_path" TYPE TEXT COLLATE "C";
