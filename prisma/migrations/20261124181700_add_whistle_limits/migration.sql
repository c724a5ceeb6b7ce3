-- Whistles blown before limits could be set keep the defaults, as their events say
UPDATE "whistle" SET "snapshot" = jsonb_set("snapshot", '{limits}', 'null'::jsonb) WHERE NOT "snapshot" ? 'limits';
