import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import type { CaseCategory } from '#shared/cases/cases-schema.ts';
import { reviseCategoryInput } from '#shared/cases/category-schema.ts';
import { currentNow, defineTexts, useLabel, useLocale, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { DateTimeInput } from '../../../ui/desk-kit/index.ts';
import { Banner, Radio, useToast } from '../../../ui/index.ts';
import { ConfirmDialog, type FieldErrors, layout, readInput, readWallText, wallTextOf } from '../../admin-parts/index.ts';
import type { Entry } from '../category-types.ts';
import { categoryChanges } from '../category-words.ts';
import styles from './categories.module.css';

const texts = defineTexts({
  title: { zh: '发布第 {n} 版：{name}', en: 'Publish version {n}: {name}' },
  titleNew: { zh: '新增类别：{name}', en: 'New category: {name}' },
  changes: { zh: '会改变什么', en: 'What changes' },
  term: { zh: '项目', en: 'What' },
  before: { zh: '现在', en: 'Now' },
  after: { zh: '以后', en: 'Then' },
  running: {
    zh: '在办的 {n} 件不受影响，仍按立案时的时限。从生效起新立的案件用新版本。',
    en: '{n} running cases keep the limits of their registration. Cases registered from then on use the new version.',
  },
  runningNew: { zh: '生效后就可以按这个类别上报。', en: 'Reports may use it from then on.' },
  at: { zh: '什么时候生效', en: 'In force from' },
  now: { zh: '发布后马上', en: 'at once' },
  later: { zh: '定一个时间', en: 'at a set time' },
  time: { zh: '生效时间', en: 'Time' },
  act: { zh: '发布新版本', en: 'Publish the version' },
  actNew: { zh: '新增类别', en: 'Add the category' },
  badDate: { zh: '填上日期和时间', en: 'Give date and time' },
  done: { zh: '第 {n} 版已发布', en: 'Version {n} is published' },
});

/** What a new version changes before it is published, and from when. */
export function PublishDialog({
  districtId,
  before,
  category,
  parentCode,
  sort,
  departmentName,
  onErrors,
  onDone,
  onClose,
}: {
  districtId: string;
  before: Entry | null;
  category: CaseCategory;
  parentCode: string | null;
  sort: number;
  departmentName: (id: string | null) => string;
  onErrors: (errors: FieldErrors) => void;
  onDone: () => void;
  onClose: () => void;
}) {
  const say = useLabel();
  const toast = useToast();
  const { locale } = useLocale();
  const { writing } = useTimeWords();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [requestId] = useState(() => v7());
  const [later, setLater] = useState(false);
  const [text, setText] = useState(() => wallTextOf(writing.timeZone, writing.now + 86_400_000));
  const version = (before?.version ?? 0) + 1;
  const counts = useQuery(
    trpc.cases.counts.queryOptions(
      { categoryScheme: category.scheme, categoryCode: category.code, views: ['open'] },
      { enabled: before !== null },
    ),
  );
  const revise = useMutation(
    trpc.categories.revise.mutationOptions({
      onSuccess: async (answer) => {
        await queryClient.invalidateQueries({ queryKey: [['categories']] });
        toast.show({ text: say(texts.done, { n: answer.version }) });
        onDone();
      },
    }),
  );
  const chosen = readWallText(writing.timeZone, text);
  const send = () => {
    // a moment ahead, so that the version is not in the past when it arrives
    const validFrom = later && chosen !== null ? chosen : currentNow() + 2_000;
    const input = { requestId, districtId, expectedVersion: before?.version ?? 0, category, parentCode, sort, validFrom };
    const read = readInput(reviseCategoryInput, input);
    if (read.ok) return revise.mutate(read.input);
    onErrors(read.errors);
    onClose();
  };
  const changes = before ? categoryChanges({ before, after: category }, { say, locale, departmentName }) : [];
  const name = category.name[locale];
  return (
    <ConfirmDialog
      wide
      title={before ? say(texts.title, { n: version, name }) : say(texts.titleNew, { name })}
      act={say(before ? texts.act : texts.actNew)}
      busy={revise.isPending}
      error={revise.error}
      missing={later && chosen === null ? say(texts.badDate) : undefined}
      onAct={send}
      onClose={onClose}
    >
      {changes.length > 0 && (
        <table className={styles.table} aria-label={say(texts.changes)}>
          <thead>
            <tr>
              <th scope="col">{say(texts.term)}</th>
              <th scope="col">{say(texts.before)}</th>
              <th scope="col">{say(texts.after)}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.term}>
                <th scope="row">{change.term}</th>
                <td>{change.before}</td>
                <td>
                  <b>{change.after}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Banner tone="info">{before ? say(texts.running, { n: counts.data?.counts.open ?? '…' }) : say(texts.runningNew)}</Banner>
      <fieldset className={styles.ticks}>
        <legend>{say(texts.at)}</legend>
        <div className={styles.row}>
          <Radio name="from" checked={!later} onChange={() => setLater(false)}>
            {say(texts.now)}
          </Radio>
          <Radio name="from" checked={later} onChange={() => setLater(true)}>
            {say(texts.later)}
          </Radio>
        </div>
      </fieldset>
      {later && <DateTimeInput className={layout.note} label={say(texts.time)} value={text} onChange={setText} />}
    </ConfirmDialog>
  );
}
