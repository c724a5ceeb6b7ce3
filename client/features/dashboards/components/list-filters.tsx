import { useQuery } from '@tanstack/react-query';
import { type CaseView, caseViews } from '#shared/cases/case-queries.ts';
import { caseViewLabels } from '#shared/cases/case-views.i18n.ts';
import { caseStateLabels } from '#shared/cases/cases.i18n.ts';
import { defineTexts, useJoined, useLabel, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { Chip } from '../../../ui/index.ts';
import { useViewCounts } from '../../cases/index.ts';
import { type LinkSearch, linkOf, type StateSet, setOf } from '../hooks/link-search.ts';
import styles from './lists.module.css';

const shown: readonly CaseView[] = [
  'open',
  'overdue',
  'dueSoon',
  'newToday',
  'waitingAccept',
  'waitingDispatch',
  'holds',
  'requests',
  'supervised',
  'duplicates',
  'all',
];

const texts = defineTexts({
  open: { zh: '在办的', en: 'open ones' },
  accepted: { zh: '已立案的', en: 'registered ones' },
  waiting: { zh: '待受理、待派', en: 'to accept or dispatch' },
  remove: { zh: '去掉这个条件', en: 'Remove this condition' },
  from: { zh: '{day}起上报', en: 'reported from {day}' },
  on: { zh: '{day}上报', en: 'reported on {day}' },
  closedOn: { zh: '{day}结案', en: 'closed on {day}' },
  words: { zh: '“{words}”', en: '“{words}”' },
  views: { zh: '看哪些案件', en: 'Which cases' },
});

type Change = (part: { [K in keyof LinkSearch]?: LinkSearch[K] | undefined }) => void;

/** The named lists with their counts, and the conditions in force, each to be taken away. */
export function ListFilters({ search, change }: { search: LinkSearch; change: Change }) {
  const say = useLabel();
  const { unit, q } = search;
  const counts = useViewCounts(shown, { ...(unit ? { unit } : {}), ...(q ? { q } : {}) });
  const view = search.view ?? 'open';
  const views = shown.includes(view) ? shown : [view, ...shown];
  const narrowed = {
    states: undefined,
    cat: undefined,
    from: undefined,
    to: undefined,
    closedFrom: undefined,
    closedTo: undefined,
    c: undefined,
  };
  return (
    <>
      <nav className={styles.filters} aria-label={say(texts.views)}>
        {views
          .filter((each) => caseViews.includes(each))
          .map((each) => (
            <Chip key={each} on={each === view} count={counts[each]} onPress={() => change({ ...narrowed, view: each })}>
              {say(caseViewLabels[each])}
            </Chip>
          ))}
      </nav>
      <Conditions search={search} change={change} />
    </>
  );
}

function Conditions({ search, change }: { search: LinkSearch; change: Change }) {
  const say = useLabel();
  const { day } = useTimeWords();
  const { listed } = useJoined();
  const trpc = useTRPC();
  const { data: unit } = useQuery(
    trpc.territory.unit.queryOptions({ unitId: linkOf(search).filters.unitId ?? ('' as never) }, { enabled: search.unit !== undefined }),
  );
  const { states, cat, from, to, closedFrom, q } = search;
  const set = setOf(states);
  const conditions: { key: string; words: string; without: Parameters<Change>[0] }[] = [
    ...(search.unit ? [{ key: 'unit', words: unit?.unit.name ?? '…', without: { unit: undefined } }] : []),
    ...(states
      ? [
          {
            key: 'states',
            words: set ? say(texts[set satisfies StateSet]) : listed(...stateWords(states, say)),
            without: { states: undefined },
          },
        ]
      : []),
    ...(cat ? [{ key: 'cat', words: cat.slice(cat.lastIndexOf('/') + 1), without: { cat: undefined } }] : []),
    ...(from === undefined
      ? []
      : [
          {
            key: 'from',
            words: say(to === undefined ? texts.from : texts.on, { day: day(from) }),
            without: { from: undefined, to: undefined },
          },
        ]),
    ...(closedFrom === undefined
      ? []
      : [{ key: 'closed', words: say(texts.closedOn, { day: day(closedFrom) }), without: { closedFrom: undefined, closedTo: undefined } }]),
    ...(q ? [{ key: 'q', words: say(texts.words, { words: q }), without: { q: undefined } }] : []),
  ];
  if (conditions.length === 0) return null;
  return (
    <div className={styles.filters}>
      {conditions.map(({ key, words, without }) => (
        <Chip key={key} removeLabel={say(texts.remove)} onPress={() => change({ ...without, c: undefined })}>
          {words}
        </Chip>
      ))}
    </div>
  );
}

function stateWords(states: string, say: ReturnType<typeof useLabel>): string[] {
  const labels: Readonly<Record<string, (typeof caseStateLabels)[keyof typeof caseStateLabels]>> = caseStateLabels;
  return states.split(',').flatMap((state) => (labels[state] ? [say(labels[state])] : []));
}
