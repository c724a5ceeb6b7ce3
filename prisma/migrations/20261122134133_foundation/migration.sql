-- CreateTable
CREATE TABLE "calendar_version" (
    "id" UUID NOT NULL,
    "district_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "calendar" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,

    CONSTRAINT "calendar_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "category" (
    "id" UUID NOT NULL,
    "district_id" UUID NOT NULL,
    "scheme" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "parent_code" TEXT,
    "version" INTEGER NOT NULL,
    "sort" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),

    CONSTRAINT "category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "district_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "case_no" TEXT,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "category_scheme" TEXT NOT NULL,
    "category_code" TEXT NOT NULL,
    "urgency" TEXT,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "lng" DOUBLE PRECISION,
    "lat" DOUBLE PRECISION,
    "unit_path" TEXT NOT NULL,
    "grid_id" UUID,
    "community_id" UUID,
    "reporter_id" UUID NOT NULL,
    "applicant_id" UUID,
    "lead_unit_id" UUID,
    "department_ids" UUID[],
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "registered_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "finish_due_at" TIMESTAMPTZ(3),
    "contact_due_at" TIMESTAMPTZ(3),
    "clock_due_at" TIMESTAMPTZ(3),
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "last_event_at" TIMESTAMPTZ(3) NOT NULL,
    "duplicate_of_id" UUID,
    "grams" TEXT[],
    "external_source" TEXT,
    "external_id" TEXT,
    "snapshot" JSONB NOT NULL,

    CONSTRAINT "case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_applicant" (
    "case_id" UUID NOT NULL,
    "user_id" UUID,
    "name_sealed" BYTEA,
    "phone_sealed" BYTEA,
    "phone_blind" TEXT,

    CONSTRAINT "case_applicant_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "case_counter" (
    "district_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "case_counter_pkey" PRIMARY KEY ("district_id","month")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "sha256" CHAR(64) NOT NULL,
    "original_key" TEXT NOT NULL,
    "served_key" TEXT NOT NULL,
    "thumb_key" TEXT,
    "captured_at" TIMESTAMPTZ(3),
    "lng" DOUBLE PRECISION,
    "lat" DOUBLE PRECISION,
    "accuracy_m" DOUBLE PRECISION,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "case_id" UUID,
    "purpose" TEXT,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "username" TEXT,
    "display_username" TEXT,
    "phone_number" TEXT,
    "phone_number_verified" BOOLEAN,
    "kind" TEXT NOT NULL DEFAULT 'resident',
    "locale" TEXT NOT NULL DEFAULT 'zh',
    "phone_sealed" BYTEA,
    "disabled_at" TIMESTAMPTZ(3),
    "home_unit_id" UUID,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" UUID NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "unit_id" UUID,
    "department_id" UUID,
    "deputy" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "appointed_by" UUID NOT NULL,
    "ended_by" UUID,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "development_sms" (
    "id" UUID NOT NULL,
    "phone" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "development_sms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "domain_event" (
    "id" BIGSERIAL NOT NULL,
    "aggregate_type" TEXT NOT NULL,
    "aggregate_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "v" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID NOT NULL,
    "payload" JSONB NOT NULL,
    "prev_hash" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "domain_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_line" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "code" TEXT,
    "aggregate_type" TEXT,
    "aggregate_id" UUID,
    "detail" JSONB,

    CONSTRAINT "audit_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "performed_request" (
    "request_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "aggregate_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "performed_request_pkey" PRIMARY KEY ("request_id")
);

-- CreateTable
CREATE TABLE "installation_fact" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "installation_fact_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "score_scheme" (
    "id" UUID NOT NULL,
    "district_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "effective_from" TEXT NOT NULL,
    "scheme" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,

    CONSTRAINT "score_scheme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score_result" (
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "scheme_version" INTEGER NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "result" JSONB NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "score_result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "territory_unit" (
    "id" UUID NOT NULL,
    "no" SERIAL NOT NULL,
    "level" TEXT NOT NULL,
    "code" TEXT,
    "name" TEXT NOT NULL,
    "kind" TEXT,
    "parent_id" UUID,
    "path" TEXT NOT NULL,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),

    CONSTRAINT "territory_unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_boundary" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "geometry" JSONB NOT NULL,
    "west" DOUBLE PRECISION NOT NULL,
    "south" DOUBLE PRECISION NOT NULL,
    "east" DOUBLE PRECISION NOT NULL,
    "north" DOUBLE PRECISION NOT NULL,
    "area_m2" DOUBLE PRECISION NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "drawn_by" UUID NOT NULL,
    "box" box GENERATED ALWAYS AS (box(point("west", "south"), point("east", "north"))) STORED,

    CONSTRAINT "unit_boundary_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "department" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "phone" TEXT,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "map_feature" (
    "id" BIGSERIAL NOT NULL,
    "unit_id" UUID NOT NULL,
    "layer" TEXT NOT NULL,
    "class" TEXT,
    "name" TEXT,
    "geometry" JSONB NOT NULL,
    "min_zoom" INTEGER NOT NULL,
    "west" DOUBLE PRECISION NOT NULL,
    "south" DOUBLE PRECISION NOT NULL,
    "east" DOUBLE PRECISION NOT NULL,
    "north" DOUBLE PRECISION NOT NULL,
    "box" box GENERATED ALWAYS AS (box(point("west", "south"), point("east", "north"))) STORED,

    CONSTRAINT "map_feature_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_version_district_id_version_key" ON "calendar_version"("district_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "category_district_id_scheme_code_version_key" ON "category"("district_id", "scheme", "code", "version");

-- CreateIndex
CREATE INDEX "case_unit_path_last_event_at_idx" ON "case"("unit_path", "last_event_at");

-- CreateIndex
CREATE INDEX "case_community_id_last_event_at_idx" ON "case"("community_id", "last_event_at");

-- CreateIndex
CREATE INDEX "case_community_id_finish_due_at_idx" ON "case"("community_id", "finish_due_at");

-- CreateIndex
CREATE INDEX "case_community_id_contact_due_at_idx" ON "case"("community_id", "contact_due_at");

-- CreateIndex
CREATE INDEX "case_grid_id_state_idx" ON "case"("grid_id", "state");

-- CreateIndex
CREATE INDEX "case_applicant_id_reported_at_idx" ON "case"("applicant_id", "reported_at");

-- CreateIndex
CREATE INDEX "case_reporter_id_reported_at_idx" ON "case"("reporter_id", "reported_at");

-- CreateIndex
CREATE INDEX "case_department_ids_idx" ON "case" USING GIN ("department_ids");

-- CreateIndex
CREATE INDEX "case_grams_idx" ON "case" USING GIN ("grams");

-- CreateIndex
CREATE INDEX "case_lng_lat_idx" ON "case"("lng", "lat");

-- CreateIndex
CREATE UNIQUE INDEX "case_district_id_case_no_key" ON "case"("district_id", "case_no");

-- CreateIndex
CREATE UNIQUE INDEX "case_external_source_external_id_key" ON "case"("external_source", "external_id");

-- CreateIndex
CREATE INDEX "case_applicant_phone_blind_idx" ON "case_applicant"("phone_blind");

-- CreateIndex
CREATE INDEX "stored_file_case_id_idx" ON "stored_file"("case_id");

-- CreateIndex
CREATE INDEX "stored_file_owner_id_uploaded_at_idx" ON "stored_file"("owner_id", "uploaded_at");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_username_key" ON "user"("username");

-- CreateIndex
CREATE UNIQUE INDEX "user_phone_number_key" ON "user"("phone_number");

-- CreateIndex
CREATE INDEX "user_home_unit_id_idx" ON "user"("home_unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "appointment_user_id_idx" ON "appointment"("user_id");

-- CreateIndex
CREATE INDEX "appointment_unit_id_idx" ON "appointment"("unit_id");

-- CreateIndex
CREATE INDEX "appointment_department_id_idx" ON "appointment"("department_id");

-- CreateIndex
CREATE INDEX "development_sms_at_idx" ON "development_sms"("at");

-- CreateIndex
CREATE UNIQUE INDEX "domain_event_aggregate_type_aggregate_id_seq_key" ON "domain_event"("aggregate_type", "aggregate_id", "seq");

-- CreateIndex
CREATE INDEX "audit_line_aggregate_id_at_idx" ON "audit_line"("aggregate_id", "at");

-- CreateIndex
CREATE INDEX "audit_line_actor_id_at_idx" ON "audit_line"("actor_id", "at");

-- CreateIndex
CREATE INDEX "audit_line_at_idx" ON "audit_line"("at");

-- CreateIndex
CREATE UNIQUE INDEX "score_scheme_district_id_version_key" ON "score_scheme"("district_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "score_result_community_id_month_key" ON "score_result"("community_id", "month");

-- CreateIndex
CREATE UNIQUE INDEX "territory_unit_no_key" ON "territory_unit"("no");

-- CreateIndex
CREATE UNIQUE INDEX "territory_unit_path_key" ON "territory_unit"("path");

-- CreateIndex
CREATE INDEX "territory_unit_parent_id_idx" ON "territory_unit"("parent_id");

-- CreateIndex
CREATE INDEX "territory_unit_level_idx" ON "territory_unit"("level");

-- CreateIndex
CREATE INDEX "territory_unit_code_idx" ON "territory_unit"("code");

-- CreateIndex
CREATE INDEX "unit_boundary_box_idx" ON "unit_boundary" USING GIST ("box" box_ops);

-- CreateIndex
CREATE UNIQUE INDEX "unit_boundary_unit_id_version_key" ON "unit_boundary"("unit_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "department_code_key" ON "department"("code");

-- CreateIndex
CREATE INDEX "department_unit_id_idx" ON "department"("unit_id");

-- CreateIndex
CREATE INDEX "map_feature_unit_id_idx" ON "map_feature"("unit_id");

-- CreateIndex
CREATE INDEX "map_feature_box_idx" ON "map_feature" USING GIST ("box" box_ops);

-- AddForeignKey
ALTER TABLE "case_applicant" ADD CONSTRAINT "case_applicant_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "territory_unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "territory_unit" ADD CONSTRAINT "territory_unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "territory_unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_boundary" ADD CONSTRAINT "unit_boundary_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "territory_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "territory_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
