import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { caseId } from '../kernel/ids.ts';
import { monthRange, parseWallClock } from '../kernel/zone-time.ts';
import { addMonths } from '../kernel/zone-time-dates.ts';
import type { CaseFacts } from './case-facts.ts';
import { tallyIndicator } from './indicators.ts';
import { defaultScheme } from './scheme.ts';

const path = new URL('../../../shared/data/boston_311_2013_2017.csv.gz', import.meta.url);
const absent = !existsSync(path);
const zone = 'America/New_York';
const row = z.object({ created_at: z.string(), sla_target_at: z.string(), closed_at: z.string(), on_time: z.enum(['ONTIME', 'OVERDUE']) });
const at = (text: string) => (text === '' ? null : parseWallClock(zone, text));

describe.skipIf(absent)(
  `on-time closure against published flags${absent ? ' (skipped: ../shared/data/boston_311_2013_2017.csv.gz is not there)' : ''}`,
  () => {
    it('finds exactly the cases a city published as on time, each in one month', () => {
      const text = gunzipSync(readFileSync(path)).toString('utf8');
      const rows = z.parse(z.array(row), parse(text, { columns: true })).filter((one) => one.sla_target_at !== '' && one.closed_at !== '');
      const facts = rows.map(
        (one, i): CaseFacts => ({
          caseId: caseId.parse(`01900000-0000-7000-8000-${String(i).padStart(12, '0')}`),
          communityId: null,
          gridId: null,
          source: 'import',
          imported: true,
          reportedAt: at(one.created_at) ?? Number.NaN,
          registeredAt: at(one.created_at),
          contactDue: null,
          contactedAt: null,
          contactStoppedSince: null,
          finishDue: at(one.sla_target_at),
          heldSince: null,
          handledAt: null,
          closedAt: at(one.closed_at),
          reworks: 0,
          callback: null,
          excluded: null,
        }),
      );
      const counted: string[] = [];
      const onTime: string[] = [];
      for (let month = '2012-12'; month <= '2019-12'; month = addMonths(month, 1)) {
        const tally = tallyIndicator('onTimeClosureRate', { facts, period: monthRange(zone, month), options: defaultScheme });
        counted.push(...tally.denominator);
        onTime.push(...tally.numerator);
      }
      expect(counted.length).toBe(rows.length);
      expect(new Set(counted).size).toBe(rows.length);
      expect(rows.length).toBeGreaterThan(5000);
      const published = facts.filter((_, i) => rows[i]?.on_time === 'ONTIME').map((one) => one.caseId);
      expect(onTime.toSorted()).toEqual(published.toSorted());
    });
  },
);
