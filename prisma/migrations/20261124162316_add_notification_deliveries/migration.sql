-- CreateTable
CREATE TABLE "notification_delivery" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "notification_id" UUID,
    "digest_day" TEXT,
    "channel" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "unit_path" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_preference" (
    "user_id" UUID NOT NULL,
    "preferences" JSONB NOT NULL,
    "email_sealed" BYTEA,
    "wecom_sealed" BYTEA,
    "digest_minute" INTEGER,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notification_preference_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "gateway_nonce" (
    "nonce" VARCHAR(120) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gateway_nonce_pkey" PRIMARY KEY ("nonce")
);

-- CreateIndex
CREATE INDEX "notification_delivery_state_next_at_idx" ON "notification_delivery"("state", "next_at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_delivery_notification_id_channel_key" ON "notification_delivery"("notification_id", "channel");

-- CreateIndex
CREATE UNIQUE INDEX "notification_delivery_user_id_digest_day_key" ON "notification_delivery"("user_id", "digest_day");

-- CreateIndex
CREATE INDEX "notification_preference_digest_minute_idx" ON "notification_preference"("digest_minute");

-- CreateIndex
CREATE INDEX "gateway_nonce_at_idx" ON "gateway_nonce"("at");
