import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { mayEver } from '#shared/dispatch/desk-acts.ts';
import { whistleViewLabels } from '#shared/dispatch/whistle-views.i18n.ts';
import { defineTexts, useLabel, useSession, useTimeWords } from '../../../platform/index.ts';
import { Button, IconButton } from '../../../ui/index.ts';
import { type KeyHint, KeysBar, useKeys, useRowCursor } from '../../cases/index.ts';
import { useWhistleList } from '../hooks/use-whistle-list.ts';
import { isNarrowed, useWhistleSearch, whistleFiltersOf, widened } from '../hooks/whistle-search.ts';
import { AcknowledgeDialog } from './acknowledge-dialog.tsx';
import { ListBody } from './list-body.tsx';
import styles from './lists.module.css';
import { WhistleFilters } from './whistle-filters.tsx';
import { WhistleRail, whistleViewGroups } from './whistle-rail.tsx';
import { byDue, WhistleTable } from './whistle-table.tsx';

const texts = defineTexts({
  total: { zh: '按到期先后，{n} 件', en: 'Next due first, {n} in all' },
  part: { zh: '按到期先后，已显示 {shown} / {n} 件', en: 'Next due first, {shown} of {n} shown' },
  chosen: { zh: '已选 {n} 件', en: '{n} selected' },
  can: { zh: '{n} 件可应哨', en: '{n} can be answered' },
  answer: { zh: '一起应哨', en: 'Answer all' },
  none: { zh: '选中的都不能应哨', en: 'None of these can be answered' },
  clear: { zh: '清除选择', en: 'Clear the selection' },
});

const walking: readonly KeyHint[] = [
  { keys: ['J', 'K'], label: { zh: '上下', en: 'up, down' }, front: true },
  { keys: ['Enter'], label: { zh: '打开', en: 'open' }, front: true },
];
/** Only whoever answers for a unit ticks rows: there is nothing else to do with several at once. */
const answeringToo: readonly KeyHint[] = [
  ...walking,
  { keys: ['1'], label: { zh: '应哨', en: 'answer' }, front: true },
  { keys: ['X'], label: { zh: '选中', en: 'select' }, front: true },
];

/** The lists of whistles of a department, the street or a community; all by keys. */
export function WhistleLists({ path, tools }: { path: '/d/w' | '/s/w'; tools?: ReactNode }) {
  const say = useLabel();
  const navigate = useNavigate();
  const { me } = useSession();
  const { search, change } = useWhistleSearch(path);
  const groups = whistleViewGroups(me?.posts.map((post) => post.role) ?? []);
  const view = search.view ?? 'todo';
  const { rows, total, list } = useWhistleList({ view, filters: whistleFiltersOf(search) });
  const { writing } = useTimeWords();
  const ofUnit = me?.posts.some((post) => post.departmentId !== null) ?? false;
  const answers = me ? mayEver('answer', me) : false;
  const ids = byDue(rows, { ofUnit, ...writing }).flatMap((group) => group.rows.map((row) => String(row.id)));
  const { cursor, move, setCursor } = useRowCursor(ids, undefined);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [answering, setAnswering] = useState<readonly (typeof rows)[number][] | null>(null);
  const chosen = rows.filter((row) => ticked.has(row.id));
  const can = chosen.filter((row) => row.allowedActions.includes('acknowledge'));
  const open = (id: string | null) => id !== null && void navigate({ href: `${path}/${id}` });
  const answer = () => {
    if (chosen.length > 0) return can.length > 0 ? setAnswering(chosen) : undefined;
    const row = rows.find(({ id }) => id === cursor);
    if (row?.allowedActions.includes('acknowledge')) setAnswering([row]);
  };
  useKeys({
    j: () => void move(1),
    k: () => void move(-1),
    enter: () => open(cursor),
    ...(answers && {
      escape: () => setTicked(new Set()),
      x: () => cursor && setTicked(toggled(ticked, cursor)),
      '1': answer,
    }),
  });
  const totalText = say(rows.length < total ? texts.part : texts.total, { n: total, shown: rows.length });
  return (
    <div className={styles.page}>
      <WhistleRail path={path} groups={groups} current={view} search={search} />
      <section className={styles.main} aria-label={say(whistleViewLabels[view])}>
        <div className={styles.head}>
          <h1>{say(whistleViewLabels[view])}</h1>
          <WhistleFilters search={search} change={change} />
          <span className={styles.total} role="status">
            {list.data ? totalText : ''}
          </span>
          {tools}
        </div>
        <ListBody list={list} count={rows.length} narrowed={isNarrowed(search)} onWiden={() => change(widened)} view={view}>
          <WhistleTable
            rows={rows}
            ofUnit={ofUnit}
            activeKey={cursor}
            onActivate={(line) => {
              setCursor(line.id);
              open(line.id);
            }}
            {...(answers && { selection: { keys: ticked, onChange: setTicked } })}
          />
        </ListBody>
        {chosen.length > 0 && (
          <section className={styles.bulk} aria-label={say(texts.chosen, { n: chosen.length })}>
            <b>{say(texts.chosen, { n: chosen.length })}</b>
            <span>{say(texts.can, { n: can.length })}</span>
            <Button
              variant="onDark"
              size="small"
              icon="check"
              keyHint="1"
              {...(can.length === 0 ? { missing: say(texts.none) } : {})}
              onClick={answer}
            >
              {say(texts.answer)}
            </Button>
            <IconButton
              icon="close"
              size="small"
              label={say(texts.clear)}
              onClick={() => setTicked(new Set())}
              style={{ color: 'inherit' }}
            />
          </section>
        )}
        <KeysBar hints={answers ? answeringToo : walking} />
      </section>
      {answering && (
        <AcknowledgeDialog
          lines={answering}
          onClose={(left) => {
            setAnswering(null);
            setTicked(new Set(left.filter((id) => ticked.has(id))));
          }}
        />
      )}
    </div>
  );
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
