import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { defineTexts, useLabel, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { Button, EmptyState } from '../../../ui/index.ts';
import { Answer, layout } from '../../admin-parts/index.ts';
import type { Finding } from '../territory-types.ts';
import { FindingList } from './finding-list.tsx';

const texts = defineTexts({
  sound: { zh: '没有发现问题', en: 'Nothing wrong' },
  soundWhy: {
    zh: '不重叠、不留空、不越界，每个网格有一位网格员，每户只在一个网格里。',
    en: 'No overlap, gap or overshoot; each grid has one worker, each household one grid.',
  },
  found: { zh: '{n} 处要处理', en: '{n} to settle' },
  checked: { zh: '查了{name}和下面共 {n} 个，截至 {time}', en: '{name} and all below: {n} units checked, as of {time}' },
  again: { zh: '再查一次', en: 'Check again' },
  press: { zh: '点一条，地图就到那里。', en: 'Press one and the map goes there.' },
});

/** What is wrong in a unit and below, listed here and marked on the map. */
export function UnitChecks({
  scope,
  chosen,
  onFindings,
  onFinding,
}: {
  scope: { id: string; name: string };
  chosen: Finding | null;
  onFindings: (findings: readonly Finding[]) => void;
  onFinding: (finding: Finding) => void;
}) {
  const say = useLabel();
  const { clock } = useTimeWords();
  const trpc = useTRPC();
  const checks = useQuery(trpc.territory.checks.queryOptions({ unitId: scope.id }));
  const findings = checks.data?.findings;
  useEffect(() => onFindings(findings ?? []), [findings, onFindings]);
  return (
    <Answer query={checks} lines={5}>
      {(answer) => (
        <section className={layout.section}>
          <div className={layout.headline}>
            <h3>{answer.findings.length > 0 ? say(texts.found, { n: answer.findings.length }) : say(texts.sound)}</h3>
            <Button size="small" icon="sync" busy={checks.isFetching} onClick={() => void checks.refetch()}>
              {say(texts.again)}
            </Button>
          </div>
          <p className={layout.note}>{say(texts.checked, { name: scope.name, n: answer.checkedUnits, time: clock(answer.at) })}</p>
          {answer.findings.length === 0 ? (
            <EmptyState title={say(texts.sound)}>{say(texts.soundWhy)}</EmptyState>
          ) : (
            <>
              <p className={layout.note}>{say(texts.press)}</p>
              <FindingList findings={answer.findings} chosen={chosen} onChoose={onFinding} />
            </>
          )}
        </section>
      )}
    </Answer>
  );
}
