import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { csvText } from '#shared/kernel/csv-text.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import { defineTexts, saveFile, useLabel, useTRPC } from '../../platform/index.ts';
import { Button, Chip, EmptyState, SearchInput } from '../../ui/index.ts';
import { Answer } from '../admin-parts/answer.tsx';
import { useDayText } from '../admin-parts/wall-text.ts';
import styles from './duties.module.css';
import { DutyTable } from './duty-table.tsx';
import type { Duty } from './duty-types.ts';
import { useDutySearch } from './use-duty-search.ts';

const texts = defineTexts({
  title: { zh: '社区职责清单', en: 'Community duty list' },
  why: {
    zh: '方案里的任务，只有清单内的事项才能派给社区；清单外的派不下去。',
    en: 'A plan may give the community only tasks on this list; anything else is refused.',
  },
  search: { zh: '搜编号、事项、依据', en: 'Search code, name, basis' },
  ended: { zh: '包括已停用', en: 'With ended items' },
  take: { zh: '导出', en: 'Export' },
  print: { zh: '打印', en: 'Print' },
  count: { zh: '{n} 条在用', en: '{n} in force' },
  countAll: { zh: '{n} 条在用，{ended} 条已停用', en: '{n} in force, {ended} ended' },
  none: { zh: '清单还是空的', en: 'The list is empty' },
  noneWhy: { zh: '清单是空的时候，方案里的任务都派不到社区。', en: 'While it is empty no task can be given to the community.' },
  noHit: { zh: '没有找到“{text}”', en: 'Nothing found for “{text}”' },
  noHitWhy: { zh: '换个词，或看看已停用的。', en: 'Try another word, or look at the ended items.' },
  file: { zh: '社区职责清单', en: 'duty-list' },
  code: { zh: '编号', en: 'code' },
  name: { zh: '事项', en: 'name' },
  basis: { zh: '依据', en: 'basis' },
  english: { zh: '英文名', en: 'English name' },
  since: { zh: '生效', en: 'in force from' },
  until: { zh: '停用', en: 'ended' },
  reason: { zh: '停用原因', en: 'reason' },
});

type Props = {
  districtId: string;
  /** acts on the whole list, for whoever may change it */
  tools?: ReactNode;
  /** acts on one item in force */
  act?: (duty: Duty) => ReactNode;
};

/** The duty list with search, history, export and print; who may change it brings the acts along. */
export function DutyList({ districtId, tools, act }: Props) {
  const say = useLabel();
  const trpc = useTRPC();
  const { search, change } = useDutySearch();
  const query = useQuery(trpc.dispatch.duties.queryOptions({ districtId: districtId as UnitId, ended: search.ended }));
  const day = useDayText();
  const take = (duties: readonly Duty[]) => {
    const head = [texts.code, texts.name, texts.basis, texts.english, texts.since, texts.until, texts.reason].map((each) => say(each));
    const rows = duties.map(({ code, name, basis, since, ended }) => [
      ...[code, name.zh, basis, name.en === name.zh ? '' : name.en, day(since)],
      ...[ended ? day(ended.at) : '', ended?.why ?? ''],
    ]);
    saveFile({ name: `${say(texts.file)}.csv`, mime: 'text/csv', text: csvText([head, ...rows]) });
  };
  const shown = (query.data ?? []).filter((duty) => matches(duty, search.text));
  return (
    <>
      <div className={styles.bar}>
        <h1 className={styles.title}>{say(texts.title)}</h1>
        <div className={styles.tools}>
          {tools}
          <Button size="small" icon="download" onClick={() => take(shown)}>
            {say(texts.take)}
          </Button>
          <Button size="small" icon="print" onClick={() => window.print()}>
            {say(texts.print)}
          </Button>
        </div>
      </div>
      <div className={styles.body}>
        <p className={styles.why}>{say(texts.why)}</p>
        <div className={styles.filters}>
          <SearchInput label={say(texts.search)} value={search.text} onChange={(event) => change({ text: event.target.value })} />
          <Chip on={search.ended} onPress={() => change({ ended: !search.ended })}>
            {say(texts.ended)}
          </Chip>
        </div>
        <Answer query={query} lines={8}>
          {(duties) => {
            if (duties.length === 0) return <EmptyState title={say(texts.none)}>{say(texts.noneWhy)}</EmptyState>;
            if (shown.length === 0) return <EmptyState title={say(texts.noHit, { text: search.text })}>{say(texts.noHitWhy)}</EmptyState>;
            const over = shown.filter(({ ended }) => ended !== null).length;
            const counts = { n: shown.length - over, ended: over };
            return (
              <>
                <DutyTable duties={shown} act={act} />
                <p className={styles.why} role="status">
                  {say(search.ended ? texts.countAll : texts.count, counts)}
                </p>
              </>
            );
          }}
        </Answer>
      </div>
    </>
  );
}

function matches({ code, name, basis }: Duty, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [code, name.zh, name.en, basis].some((each) => each.toLowerCase().includes(wanted));
}
