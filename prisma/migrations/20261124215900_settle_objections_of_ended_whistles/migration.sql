-- A whistle that ended waits for no ruling any more
UPDATE "whistle" SET "objected" = false, "todo" = array_remove("todo", 'ruling')
WHERE "state" IN ('cleared', 'withdrawn', 'void') AND ("objected" OR 'ruling' = ANY ("todo"));
