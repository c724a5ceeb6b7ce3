-- AlterTable
ALTER TABLE "whistle_measure" ADD COLUMN "limit_unit" TEXT;

-- what is there was blown under the limits of the product: minutes in an emergency, working days otherwise
UPDATE "whistle_measure" SET "limit_unit" = CASE WHEN "whistle_type" = 'emergency' THEN 'minutes' ELSE 'workingDays' END;

-- AlterTable
ALTER TABLE "whistle_measure" ALTER COLUMN "limit_unit" SET NOT NULL,
DROP COLUMN "whistle_type";
