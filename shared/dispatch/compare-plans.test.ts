import { describe, expect, it } from 'vitest';
import type { DepartmentId } from '../kernel/ids.ts';
import type { LocalDate } from '../kernel/time.ts';
import { type ComparedTask, comparePlans } from './compare-plans.ts';
import type { PlanTask } from './whistle-schema.ts';

const housing = 'housing' as DepartmentId;
const city = 'city' as DepartmentId;
const task = (id: string, over: Partial<PlanTask> = {}): PlanTask => ({
  ...{ id, what: `做 ${id}`, departmentId: housing, dutyCode: null, from: '2026-12-03' as LocalDate, to: '2026-12-04' as LocalDate },
  ...{ costFen: 1_800_000, source: 'department', proof: 'photo', quantity: '1500 m²' },
  ...over,
});
const told = (each: ComparedTask) =>
  [each.kind, 'after' in each ? each.after.id : each.before.id, ...('fields' in each ? each.fields : [])].join(' ');
const compared = (before: PlanTask[], after: PlanTask[]) => comparePlans(before, after).tasks.map(told);

describe('two drafts of a plan', () => {
  it.each<[string, Partial<PlanTask>, string]>([
    ['nothing', {}, 'same a'],
    ['blanks', { what: ' 做 a ', quantity: '1500 m² ' }, 'same a'],
    ['words', { what: '铺透水砖' }, 'changed a what'],
    ['unit', { departmentId: city }, 'changed a who'],
    ['community instead', { departmentId: null, dutyCode: '02' }, 'changed a who'],
    ['first day', { from: '2026-12-01' as LocalDate }, 'changed a days'],
    ['last day', { to: '2026-12-09' as LocalDate }, 'changed a days'],
    ['money', { source: 'street' }, 'changed a source'],
    ['cost and quantity', { costFen: 0, quantity: '1486 m²' }, 'changed a cost quantity'],
    ['proof', { proof: 'document' }, 'changed a proof'],
  ])('differ in %s', (_what, over, words) => {
    expect(compared([task('a')], [task('a', over)])).toEqual([words]);
  });

  it('stand in the order of the later one, dropped tasks at the end', () => {
    const before = [task('a'), task('b'), task('c')];
    expect(compared(before, [task('c'), task('d'), task('a', { source: 'street' })])).toEqual([
      'same c',
      'added d',
      'changed a source',
      'removed b',
    ]);
  });

  it('know a task that was dropped and written anew in the same words, and only once', () => {
    const again = [task('x', { what: '做 a', costFen: 2 }), task('y', { what: '做 a' })];
    expect(compared([task('a')], again)).toEqual(['changed x cost', 'added y']);
    // the words of a task that is still there belong to it
    expect(compared([task('a'), task('b')], [task('z', { what: '做 a' }), task('a')])).toEqual(['added z', 'same a', 'removed b']);
  });

  it('are summed up', () => {
    const { tasks: _tasks, ...sums } = comparePlans([task('a'), task('b')], [task('a', { costFen: 17_250_000 }), task('c')]);
    expect(sums).toEqual({ added: 1, removed: 1, changed: 1, costBefore: 3_600_000, costAfter: 19_050_000 });
    expect(comparePlans([], []).tasks).toEqual([]);
  });
});
