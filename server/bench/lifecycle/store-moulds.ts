import { caseAggregate, caseColumns } from '#server/modules/cases/index.ts';
import { CASE_EVENT_VERSION } from '#shared/cases/cases-events.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Platform } from '../../platform/context.ts';
import type { CaseMould } from './case-moulds.ts';

const BATCH = 500;

/** Stands in the text of a pattern where each copy's previous hash goes. */
export const PREVIOUS = 'PREVIOUS';

/** Writes the case of every mould as a row of the product, and its events as patterns into the tables that `copyCases` reads. */
export async function storeMoulds(
  { db, cipher }: Platform,
  { moulds, districtId }: { moulds: readonly CaseMould[]; districtId: string },
): Promise<void> {
  await db.$executeRaw`create schema "bench"`;
  await db.$executeRaw`create unlogged table "bench"."mould" ("id" uuid primary key, "no" text, "copies" int not null, "grams" jsonb not null)`;
  await db.$executeRaw`create unlogged table "bench"."mould_event" (
    "mould_id" uuid not null, "seq" int not null, "type" text not null, "v" int not null, "at" timestamptz not null,
    "actor_id" uuid not null, "payload" jsonb not null, "own" boolean not null, "hashed" text not null)`;
  const contact = {
    nameSealed: cipher.seal('王居民'),
    phoneSealed: cipher.seal('18800000000'),
    phoneBlind: cipher.blindIndex('18800000000'),
  };
  for (let from = 0; from < moulds.length; from += BATCH) {
    const batch = moulds.slice(from, from + BATCH);
    await db.case.createMany({
      data: batch.map(({ snapshot, description }) => ({
        ...caseColumns(snapshot, { districtId, description }),
        id: snapshot.id,
        firstCommunityId: snapshot.communityId,
      })),
    });
    await db.caseApplicant.createMany({
      data: batch.map(({ snapshot }) => ({ caseId: snapshot.id, userId: snapshot.applicantId, ...contact })),
    });
    // of the words alone: the grams of each copy's own number go before them
    const heads = batch.map(({ snapshot, description, copies }) => ({
      ...{ id: snapshot.id, no: snapshot.caseNo, copies },
      grams: caseColumns({ ...snapshot, caseNo: null }, { districtId, description }).grams,
    }));
    await db.$executeRaw`insert into "bench"."mould" select * from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as t("id" uuid, "no" text, "copies" int, "grams" jsonb)`;
    const events = batch.flatMap(patternsOf);
    await db.$executeRaw`insert into "bench"."mould_event" select * from jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
      as t("mould_id" uuid, "seq" int, "type" text, "v" int, "at" timestamptz, "actor_id" uuid, "payload" jsonb, "own" boolean, "hashed" text)`;
  }
}

/** The events of a mould with the text that is hashed, so that every copy gets a chain that holds. */
function patternsOf({ snapshot, events }: CaseMould) {
  return events.map(({ type, payload, meta: { seq, at, actorId } }) => {
    const event = { ...caseAggregate(snapshot.id), seq, type, v: CASE_EVENT_VERSION, at, actorId, payload, prevHash: PREVIOUS };
    return {
      ...{ mould_id: snapshot.id, seq, type, v: CASE_EVENT_VERSION, at: new Date(at), actor_id: actorId },
      // the payloads that name the case or its number differ from copy to copy
      ...{ payload, own: type === 'CaseReported' || 'caseNo' in payload, hashed: canonicalJson(event) },
    };
  });
}
