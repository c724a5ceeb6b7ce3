-- AlterTable
ALTER TABLE "stored_file" ADD COLUMN     "exif_captured_at" TIMESTAMPTZ(3),
ADD COLUMN     "exif_lat" DOUBLE PRECISION,
ADD COLUMN     "exif_lng" DOUBLE PRECISION;
