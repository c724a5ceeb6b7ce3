import * as z from 'zod';
import type { Db } from '#server/platform/db.ts';
import { role } from '#shared/identity/identity-schema.ts';

const FACT = 'signIns';

/** One ready account of a demo: staff by user name and password, a resident by phone and the code of the development inbox. */
export const demoSignIn = z.object({
  role,
  name: z.string(),
  post: z.string(),
  username: z.string().nullable(),
  password: z.string().nullable(),
  phone: z.string().nullable(),
});
export type DemoSignIn = z.infer<typeof demoSignIn>;

/** Keeps the ready accounts beside the content they belong to, so that every start can name them. Demo contents only. */
export async function keepSignIns(db: Db, signIns: readonly DemoSignIn[]): Promise<void> {
  const value = [...signIns];
  await db.installationFact.upsert({ where: { key: FACT }, create: { key: FACT, value }, update: { value } });
}

/** The ready accounts; empty where none were kept. */
export async function readSignIns(db: Db): Promise<DemoSignIn[]> {
  const fact = await db.installationFact.findUnique({ where: { key: FACT } });
  return fact ? z.array(demoSignIn).parse(fact.value) : [];
}
