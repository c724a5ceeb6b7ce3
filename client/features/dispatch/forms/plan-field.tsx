import { useQuery } from '@tanstack/react-query';
import { v7 } from 'uuid';
import { moneySourceLabels, taskProofLabels } from '#shared/dispatch/whistle.i18n.ts';
import { activeUnits } from '#shared/dispatch/whistle-requirements.ts';
import { moneySources, taskProofs } from '#shared/dispatch/whistle-schema.ts';
import { localDateAt } from '#shared/kernel/zone-time.ts';
import { defineTexts, useLabel, useLocale, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { Button, Field, IconButton, Select, TextInput } from '../../../ui/index.ts';
import { useFrame } from '../hooks/use-frame.ts';
import { useUnitName } from '../hooks/use-names.ts';
import { fenOf, yuan } from '../plan-words.ts';
import type { PlanTask, WhistleDetail } from '../whistle-types.ts';
import type { SharedField } from './field-shared.ts';
import styles from './whistle-form.module.css';

const texts = defineTexts({
  row: { zh: '第 {n} 项', en: 'Task {n}' },
  what: { zh: '做什么', en: 'What' },
  who: { zh: '谁做', en: 'Who' },
  community: { zh: '{name}（职责清单内）', en: '{name} (duty list)' },
  duty: { zh: '职责清单哪一条', en: 'Which duty' },
  list: { zh: '看社区职责清单', en: 'See the duty list' },
  ended: { zh: '{code}（已停用）', en: '{code} (ended)' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  cost: { zh: '元', en: 'Yuan' },
  source: { zh: '钱从哪来', en: 'Money from' },
  proof: { zh: '拿什么证明', en: 'Proof' },
  quantity: { zh: '数量', en: 'Quantity' },
  add: { zh: '加一项', en: 'Add a task' },
  remove: { zh: '去掉第 {n} 项', en: 'Remove task {n}' },
  choose: { zh: '请选', en: 'Choose' },
  total: { zh: '合计 {n} 项，{sum} 元', en: 'Tasks: {n}, {sum} yuan' },
});

type Draft = Omit<PlanTask, 'departmentId'> & { departmentId: string | null };
const isTask = (each: unknown): each is Draft => typeof each === 'object' && each !== null && 'what' in each && 'costFen' in each;
const ofCommunity = 'community';

/** The plan as an editor: a row a task with its unit, days, money, source, proof and quantity. */
export function PlanField({
  error,
  detail,
  value,
  onChange,
}: SharedField & { detail: WhistleDetail; value: unknown; onChange: (tasks: Draft[]) => void }) {
  const say = useLabel();
  const trpc = useTRPC();
  const { locale } = useLocale();
  const { writing } = useTimeWords();
  const frame = useFrame();
  const unitName = useUnitName(detail);
  const duties = useQuery(trpc.dispatch.duties.queryOptions({ districtId: detail.districtId }));
  const tasks = Array.isArray(value) ? value.filter(isTask) : [];
  const today = localDateAt(writing.timeZone, writing.now);
  const put = (id: string, part: Partial<Draft>) => onChange(tasks.map((task) => (task.id === id ? { ...task, ...part } : task)));
  const units = [
    ...activeUnits(detail.snapshot).map(({ departmentId }) => ({ value: departmentId as string, label: unitName(departmentId) })),
    { value: ofCommunity, label: say(texts.community, { name: unitName(null) }) },
  ];
  const dutyOptions = (duties.data ?? []).map(({ code, name }) => ({ value: code, label: `${code} ${say(name)}` }));
  // an item that was ended meanwhile stays what it is: the list must not show another one in its place
  const withOwn = (code: string | null) =>
    code === null || !duties.data || dutyOptions.some(({ value: known }) => known === code)
      ? dutyOptions
      : [{ value: code, label: say(texts.ended, { code }) }, ...dutyOptions];
  const add = () =>
    onChange([
      ...tasks,
      {
        ...{ id: v7(), what: '', departmentId: detail.snapshot.leadUnitId, dutyCode: null, from: today, to: today },
        ...{ costFen: 0, source: 'none', proof: 'photo', quantity: '' },
      },
    ]);
  const sum = tasks.reduce((all, { costFen }) => all + (Number.isFinite(costFen) ? costFen : 0), 0);
  return (
    <fieldset className={styles.group}>
      <legend>{say(texts.total, { n: tasks.length, sum: yuan(sum, locale) })}</legend>
      {tasks.map((task, index) => (
        <fieldset key={task.id} className={styles.task} aria-label={say(texts.row, { n: index + 1 })}>
          <div className={styles.wideCell}>
            <Field label={`${index + 1}. ${say(texts.what)}`}>
              {(control) => (
                <TextInput
                  {...control}
                  value={task.what}
                  maxLength={120}
                  onChange={(event) => put(task.id, { what: event.target.value })}
                />
              )}
            </Field>
          </div>
          <Field label={say(texts.who)}>
            {(control) => (
              <Select
                {...control}
                options={units}
                value={task.departmentId ?? ofCommunity}
                onChange={(id) => put(task.id, id === ofCommunity ? { departmentId: null } : { departmentId: id, dutyCode: null })}
              />
            )}
          </Field>
          {task.departmentId === null && (
            <Field
              label={say(texts.duty)}
              hint={
                // beside the form, so that what is written in it stays
                <a href={`${frame}/duties`} target="_blank" rel="noreferrer">
                  {say(texts.list)}
                </a>
              }
            >
              {(control) => (
                <Select
                  {...control}
                  options={withOwn(task.dutyCode)}
                  value={task.dutyCode ?? ''}
                  placeholder={say(texts.choose)}
                  onChange={(dutyCode) => put(task.id, { dutyCode })}
                />
              )}
            </Field>
          )}
          <Field label={say(texts.from)}>
            {(control) => (
              <TextInput {...control} type="date" value={task.from} onChange={(event) => put(task.id, { from: event.target.value })} />
            )}
          </Field>
          <Field label={say(texts.to)}>
            {(control) => (
              <TextInput {...control} type="date" value={task.to} onChange={(event) => put(task.id, { to: event.target.value })} />
            )}
          </Field>
          <Field label={say(texts.cost)}>
            {(control) => (
              <TextInput
                {...control}
                inputMode="decimal"
                defaultValue={task.costFen === 0 ? '' : task.costFen / 100}
                onChange={(event) => put(task.id, { costFen: fenOf(event.target.value) })}
              />
            )}
          </Field>
          <Field label={say(texts.source)}>
            {(control) => (
              <Select
                {...control}
                options={moneySources.map((source) => ({ value: source, label: say(moneySourceLabels[source]) }))}
                value={task.source}
                onChange={(source) => put(task.id, { source })}
              />
            )}
          </Field>
          <Field label={say(texts.quantity)}>
            {(control) => (
              <TextInput
                {...control}
                value={task.quantity}
                maxLength={60}
                onChange={(event) => put(task.id, { quantity: event.target.value })}
              />
            )}
          </Field>
          <Field label={say(texts.proof)}>
            {(control) => (
              <Select
                {...control}
                options={taskProofs.map((proof) => ({ value: proof, label: say(taskProofLabels[proof]) }))}
                value={task.proof}
                onChange={(proof) => put(task.id, { proof })}
              />
            )}
          </Field>
          <IconButton
            icon="close"
            className={styles.removeTask}
            label={say(texts.remove, { n: index + 1 })}
            onClick={() => onChange(tasks.filter(({ id }) => id !== task.id))}
          />
        </fieldset>
      ))}
      <div>
        <Button size="small" icon="plus" onClick={add}>
          {say(texts.add)}
        </Button>
      </div>
      {error && (
        <small className={styles.error} role="alert">
          {error}
        </small>
      )}
    </fieldset>
  );
}
