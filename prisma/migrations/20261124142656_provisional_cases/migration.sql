-- Cases whose due time waits for a calendar are found without looking at the others.
CREATE INDEX case_provisional ON "case" ("district_id", "id") WHERE "provisional";
