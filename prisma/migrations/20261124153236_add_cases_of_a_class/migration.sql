-- CreateIndex
CREATE INDEX "case_district_id_category_scheme_category_code_registered_a_idx" ON "case"("district_id", "category_scheme", "category_code", "registered_at");


-- Few cases are duplicates of another: "how many are duplicates of this one" must not read a community's cases
CREATE INDEX "case_duplicate_of_id_idx" ON "case" ("duplicate_of_id") WHERE "duplicate_of_id" IS NOT NULL;
