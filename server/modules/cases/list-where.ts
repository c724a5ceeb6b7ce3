import { homeDistrict } from '#server/modules/territory/index.ts';
import type { Ctx } from '#server/platform/context.ts';
import type { Prisma } from '#server/platform/db.ts';
import { caseNumberPattern } from '#shared/cases/case-number.ts';
import type { CaseFilters } from '#shared/cases/case-queries.ts';
import { caseScope } from '#shared/cases/cases-policy.ts';
import { hasRole } from '#shared/identity/actor-policy.ts';
import { mainlandMobile, normalizePhone } from '#shared/identity/phone-number.ts';
import { dayRange, localDateAt } from '#shared/kernel/zone-time.ts';
import { bigrams, searchTerms } from './bigrams.ts';
import { caseWhere } from './case-scope-where.ts';
import { caseNotFound } from './refusals.ts';
import type { Asker } from './view-where.ts';

type Where = Prisma.CaseWhereInput;

/** Scope and filters of a list; its counts, map and export use the same. */
export async function listWhere(ctx: Ctx, filters: CaseFilters): Promise<Where> {
  const { states, kinds, sources, urgencies, categoryScheme, departmentId, reportedFrom, reportedTo, closedFrom, closedTo } = filters;
  const parts: Where[] = [caseWhere(caseScope(ctx.actor))];
  if (states) parts.push({ state: { in: states } });
  if (kinds) parts.push({ kind: { in: kinds } });
  if (sources) parts.push({ source: { in: sources } });
  if (urgencies) parts.push({ urgency: { in: urgencies } });
  if (categoryScheme !== undefined) parts.push({ categoryScheme });
  if (filters.categoryCode !== undefined) parts.push(await categoryWhere(ctx, filters.categoryCode));
  if (filters.unitId !== undefined) parts.push(await unitWhere(ctx, filters.unitId));
  if (departmentId !== undefined) parts.push({ departmentIds: { has: departmentId } });
  if (reportedFrom !== undefined) parts.push({ reportedAt: { gte: new Date(reportedFrom) } });
  if (reportedTo !== undefined) parts.push({ reportedAt: { lt: new Date(reportedTo) } });
  // a case closed since then has changed since then; said to the database, so that the index of changes serves it
  if (closedFrom !== undefined) parts.push({ closedAt: { gte: new Date(closedFrom) }, lastEventAt: { gte: new Date(closedFrom) } });
  if (closedTo !== undefined) parts.push({ closedAt: { lt: new Date(closedTo) } });
  if (filters.text !== undefined) parts.push(...textWhere(ctx, filters.text));
  return { AND: parts };
}

/** A major class stands for all its minors. */
async function categoryWhere(ctx: Ctx, code: string): Promise<Where> {
  const minors = await ctx.db.category.findMany({ where: { parentCode: code }, distinct: ['code'], select: { code: true } });
  return { categoryCode: { in: [code, ...minors.map((minor) => minor.code)] } };
}

async function unitWhere(ctx: Ctx, id: string): Promise<Where> {
  const unit = await ctx.db.territoryUnit.findUnique({ where: { id }, select: { path: true } });
  if (!unit) throw caseNotFound();
  return { unitPath: { startsWith: unit.path } };
}

function textWhere(ctx: Ctx, text: string): Where[] {
  const typed = text.trim();
  if (caseNumberPattern.test(typed)) return [{ caseNo: typed }];
  const phone = normalizePhone(typed);
  if (mainlandMobile.test(phone)) return [phoneWhere(ctx, phone)];
  return searchTerms(text).map((term) => {
    const grams = bigrams(term);
    const contains = { searchText: { contains: term } };
    return grams.length === 0 ? contains : { grams: { hasEvery: grams }, ...contains };
  });
}

/** Only those who answer the phone may ask whose number it is; for others a phone number is a word like any other. */
function phoneWhere(ctx: Ctx, phone: string): Where {
  const text = { searchText: { contains: phone } };
  if (!hasRole(ctx.actor, 'dispatcher', 'streetOperator', 'callbackOfficer')) return text;
  return { OR: [text, { applicant: { phoneBlind: ctx.cipher.blindIndex(phone) } }] };
}

/** Who asks, when, and when that person's day began. */
export async function askerOf(ctx: Ctx): Promise<Asker> {
  const now = ctx.now();
  const { timeZone } = await homeDistrict(ctx.db, ctx.actor);
  return { actor: ctx.actor, now, dayStart: dayRange(timeZone, localDateAt(timeZone, now)).t0 };
}
