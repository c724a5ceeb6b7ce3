import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { auditOutcomeLabels } from '#shared/audit/audit.i18n.ts';
import type { AuditOutcome } from '#shared/audit/audit-schema.ts';
import { DAY } from '#shared/kernel/time.ts';
import { defineTexts, useLabel, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { DateTimeInput } from '../../../ui/desk-kit/index.ts';
import { Button, Chip, EmptyState } from '../../../ui/index.ts';
import { AdminFrame, Answer, layout, readWallText } from '../../admin-parts/index.ts';
import { AuditSearch, type AuditTarget } from '../components/audit-search.tsx';
import { AuditTable } from '../components/audit-table.tsx';
import styles from './audit-page.module.css';

const texts = defineTexts({
  title: { zh: '谁看过、谁办过', en: 'Who saw and did what' },
  all: { zh: '全部', en: 'All' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  none: { zh: '没有这样的记录', en: 'There are no such lines' },
  noneReveal: { zh: '没有人看过', en: 'Nobody saw it' },
  noneWhy: {
    zh: '在您的辖区里、这个条件下没有。每一次查看和拒绝都会留下记录，不能删改。',
    en: 'None in your territory under these conditions. Every look and refusal is written down and cannot be changed.',
  },
  more: { zh: '再看 50 条', en: 'Show 50 more' },
  person: { zh: '只看{name}', en: 'Only {name}' },
  anyPerson: { zh: '不限人', en: 'anybody' },
  kind: { zh: '结果', en: 'Outcome' },
});

const outcomes = ['revealed', 'refused', 'done', 'failed'] as const satisfies readonly AuditOutcome[];

/** The trail of the territory: by case, phone number, person and time. It opens on who saw personal data. */
export function AuditPage() {
  return (
    <AdminFrame page="audit">
      <Trail />
    </AdminFrame>
  );
}

function Trail() {
  const say = useLabel();
  const { writing } = useTimeWords();
  const trpc = useTRPC();
  const [target, setTarget] = useState<AuditTarget>({});
  const [outcome, setOutcome] = useState<AuditOutcome | null>('revealed');
  const [person, setPerson] = useState<{ id: string; name: string } | null>(null);
  const [fromText, setFrom] = useState('');
  const [toText, setTo] = useState('');
  const from = readWallText(writing.timeZone, fromText);
  const lastDay = readWallText(writing.timeZone, toText);
  const lines = useInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions(
      {
        ...target,
        ...(outcome ? { outcome } : {}),
        ...(person ? { personId: person.id } : {}),
        ...(from === null ? {} : { from }),
        ...(lastDay === null ? {} : { to: lastDay + DAY }),
      },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  return (
    <>
      <div className={layout.bar}>
        <h1 className={styles.title}>{say(texts.title)}</h1>
        <AuditSearch onSearch={setTarget} />
        <div className={styles.period}>
          <DateTimeInput aria-label={say(texts.from)} withTime={false} size="sm" value={fromText} onChange={setFrom} />
          <span aria-hidden="true">–</span>
          <DateTimeInput aria-label={say(texts.to)} withTime={false} size="sm" value={toText} onChange={setTo} />
        </div>
      </div>
      <fieldset className={styles.chips}>
        <legend className="visually-hidden">{say(texts.kind)}</legend>
        {outcomes.map((each) => (
          <Chip key={each} on={outcome === each} onPress={() => setOutcome(each)}>
            {say(auditOutcomeLabels[each])}
          </Chip>
        ))}
        <Chip on={outcome === null} onPress={() => setOutcome(null)}>
          {say(texts.all)}
        </Chip>
        {person && (
          <Chip onPress={() => setPerson(null)} removeLabel={say(texts.anyPerson)}>
            {say(texts.person, { name: person.name })}
          </Chip>
        )}
      </fieldset>
      <div className={styles.body}>
        <Answer query={lines} lines={10}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.rows);
            if (rows.length === 0)
              return (
                <EmptyState icon="eye" title={say(outcome === 'revealed' ? texts.noneReveal : texts.none)}>
                  {say(texts.noneWhy)}
                </EmptyState>
              );
            return <AuditTable rows={rows} onPerson={setPerson} onCase={(caseNo) => setTarget({ caseNo })} />;
          }}
        </Answer>
        {lines.hasNextPage && (
          <div className={styles.more}>
            <Button busy={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
              {say(texts.more)}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
