import pg from 'pg';
import { GENESIS_HASH } from '../../platform/events.ts';
import { runSql } from '../world/bench-cluster.ts';
import { PREVIOUS } from './store-moulds.ts';

const filled = ['case', 'case_applicant', 'domain_event', 'performed_request'];
const PARTS = 2;

/**
 * Multiplies the moulds inside the database: every copy is a case of its own with its own id, number, chained events, applicant and
 * remembered requests. Indexes are made anew afterwards; the statistics and the free space are those of a base in daily use.
 */
export async function copyCases(databaseUrl: string, say: (text: string) => void): Promise<void> {
  const phase = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    say(`  ${name}: ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
    return result;
  };
  const inParts = (statements: (part: number) => readonly string[]) =>
    Promise.all(Array.from({ length: PARTS }, (_, part) => runSql(databaseUrl, ...quick, ...statements(part))));
  await runSql(databaseUrl, ...preparing);
  const indexes = await takeIndexes(databaseUrl);
  await phase('rows copied', () => inParts(copying));
  await runSql(databaseUrl, ...quick, ...counting);
  await phase('indexes made', () => inParts((part) => indexes.filter((_index, at) => at % PARTS === part)));
  await runSql(databaseUrl, 'drop schema "bench" cascade', ...filled.map((name) => `alter table "${name}" reset (autovacuum_enabled)`));
  await phase('vacuum and statistics', () => runSql(databaseUrl, 'vacuum (analyze)', 'checkpoint'));
}

const quick = [`set synchronous_commit = off`, `set work_mem = '64MB'`, `set maintenance_work_mem = '512MB'`];

const preparing = [
  ...filled.map((name) => `alter table "${name}" set (autovacuum_enabled = off)`),
  `alter table "performed_request" drop constraint "performed_request_pkey"`,
  // the mould itself is copy 0; ids keep the time they were made at, as UUID v7 do
  `create unlogged table "bench"."copy" as
     select m."id" as "mould_id", k, m."no" as "mould_no",
       case when k = 0 then m."id" else (substr(m."id"::text, 1, 15) || substr(gen_random_uuid()::text, 16))::uuid end as "id",
       case when m."no" is null then null else substr(m."no", 1, 5) ||
         to_char(drawn."last" + row_number() over (partition by substr(m."no", 1, 4) order by m."id", k), 'FM9999990000') end as "no",
       (hashtext(m."id"::text) & 1) as "part"
     from "bench"."mould" m cross join lateral generate_series(0, m."copies") k
       cross join (select coalesce(max("last"), 0) as "last" from "case_counter") drawn`,
  `alter table "bench"."copy" add column "number_grams" text[], add column "word_grams" text[]`,
  `update "bench"."copy" c set "word_grams" = array(select jsonb_array_elements_text(m."grams")), "number_grams" = array(
       select substr(word, at, 2) from unnest(string_to_array(c."no", '-')) with ordinality w(word, place), generate_series(1, length(word) - 1) at
       group by 1 order by min(place * 100 + at))
     from "bench"."mould" m where m."id" = c."mould_id"`,
  `create index on "bench"."mould_event" ("mould_id")`,
  `create function "bench"."link"(previous text, hashed text) returns text language plpgsql immutable as
     $$ begin return encode(sha256(convert_to(replace(hashed, '${PREVIOUS}', previous), 'UTF8')), 'hex'); end $$`,
  `create aggregate "bench"."chain"(text) (sfunc = "bench"."link", stype = text, initcond = '${GENESIS_HASH}')`,
  `analyze "bench"."copy", "bench"."mould_event"`,
];

/** The columns that differ from the mould's; all others are taken over. */
const own: Readonly<Record<string, string>> = {
  id: `c."id"`,
  case_no: `c."no"`,
  snapshot: numbered(`m."snapshot"::text`, 'jsonb'),
  search_text: `coalesce(replace(m."search_text", c."mould_no", c."no"), m."search_text")`,
  grams: `c."number_grams" || array(select g from unnest(c."word_grams") g where g <> all (c."number_grams"))`,
};

function numbered(text: string, type: 'jsonb' | 'text'): string {
  const withId = `replace(${text}, c."mould_id"::text, c."id"::text)`;
  return `coalesce(replace(${withId}, c."mould_no", c."no"), ${withId})::${type}`;
}

const caseColumns = `select string_agg(quote_ident("column_name"), ', ' order by "ordinal_position") from "information_schema"."columns"
  where "table_schema" = 'public' and "table_name" = 'case' and "column_name" <> all (%s)`;

function copying(part: number): string[] {
  const ofPart = `from "bench"."copy" c join "case" m on m."id" = c."mould_id" where c."part" = ${part}`;
  const names = Object.keys(own);
  const [targets, values] = [names.map((name) => `"${name}"`).join(', '), Object.values(own).join(', ')];
  return [
    `do $do$ declare rest text; taken text; begin
       ${caseColumns.replace('%s', `array[${names.map((name) => `'${name}'`).join(', ')}]`)} into rest;
       select string_agg('m.' || trim(name), ', ') from unnest(string_to_array(rest, ',')) name into taken;
       execute 'insert into "case" (' || rest || ', ${targets}) select ' || taken || $q$, ${values} ${ofPart} and c.k > 0$q$;
     end $do$`,
    `insert into "case_applicant" select c."id", a."user_id", a."name_sealed", a."phone_sealed", a."phone_blind"
       from "bench"."copy" c join "case_applicant" a on a."case_id" = c."mould_id" where c."part" = ${part} and c.k > 0`,
    `insert into "domain_event" ("aggregate_type", "aggregate_id", "seq", "type", "v", "at", "recorded_at", "actor_id", "payload", "prev_hash", "hash")
       select 'case', c."id", e."seq", e."type", e."v", e."at", e."at", e."actor_id", e."payload",
         lag(e."hash", 1, '${GENESIS_HASH}') over (partition by c."id" order by e."seq"), e."hash"
       from "bench"."copy" c cross join lateral (
         select p."seq", p."type", p."v", p."at", p."actor_id", 
           case when p."own" then ${numbered('p."payload"::text', 'jsonb')} else p."payload" end as "payload",
           "bench"."chain"(${numbered('p."hashed"', 'text')}) over (order by p."seq") as "hash"
         from "bench"."mould_event" p where p."mould_id" = c."mould_id") e
       where c."part" = ${part}`,
    `insert into "performed_request" select gen_random_uuid(), e."actor_id", e."type", c."id", e."seq", e."at"
       from "bench"."copy" c join "bench"."mould_event" e on e."mould_id" = c."mould_id" where c."part" = ${part}`,
  ];
}

const counting = [
  `update "case" m set "case_no" = c."no", "snapshot" = ${own['snapshot']}, "search_text" = ${own['search_text']}, "grams" = ${own['grams']}
     from "bench"."copy" c where c.k = 0 and c."id" = m."id"`,
  `insert into "case_counter" select "district_id", substr("case_no", 1, 4), max(substr("case_no", 6)::int) from "case"
     where "case_no" is not null group by 1, 2
     on conflict ("district_id", "month") do update set "last" = greatest("case_counter"."last", excluded."last")`,
];

/** Drops the indexes of the tables that are filled and answers how to make them again. */
async function takeIndexes(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; definition: string }>(
      `select indexname as name, indexdef as definition from pg_indexes
       where schemaname = 'public' and tablename = any($1) and indexname not like '%\\_pkey' order by length(indexdef) desc`,
      [filled],
    );
    for (const { name } of rows) await client.query(`drop index ${client.escapeIdentifier(name)}`);
    return [...rows.map(({ definition }) => definition), 'alter table "performed_request" add primary key ("request_id")'];
  } finally {
    await client.end();
  }
}
