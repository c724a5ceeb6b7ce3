import { useState } from 'react';
import { unitKindLabels, unitLevelLabels } from '#shared/territory/territory.i18n.ts';
import { defineTexts, useJoined, useLabel } from '../../../platform/index.ts';
import { Banner, Button, Tabs } from '../../../ui/index.ts';
import { Facts, layout, useDayText } from '../../admin-parts/index.ts';
import { postTitle } from '../holder-words.ts';
import type { Finding, UnitPage } from '../territory-types.ts';
import { BoundaryVersions } from './boundary-versions.tsx';
import { CloseUnitDialog } from './close-unit-dialog.tsx';
import { Holders } from './holders.tsx';
import { LadderDialog } from './ladder-dialog.tsx';
import { RenameUnitDialog } from './rename-unit-dialog.tsx';
import styles from './territory.module.css';
import { UnitChecks } from './unit-checks.tsx';

const texts = defineTexts({
  tabs: { zh: '这个辖区', en: 'This unit' },
  facts: { zh: '概况', en: 'Facts' },
  posts: { zh: '任职', en: 'Posts' },
  boundary: { zh: '边界', en: 'Boundary' },
  checks: { zh: '检查', en: 'Checks' },
  level: { zh: '级别', en: 'Level' },
  kind: { zh: '类型', en: 'Kind' },
  code: { zh: '编码', en: 'Code' },
  children: { zh: '下面有', en: 'Below it' },
  households: { zh: '户数', en: 'Households' },
  residents: { zh: '人数', en: 'Residents' },
  area: { zh: '面积', en: 'Area' },
  areaValue: { zh: '{n} 公顷', en: '{n} ha' },
  since: { zh: '设立', en: 'Since' },
  aliases: { zh: '曾用名', en: 'Former names' },
  closed: { zh: '{date} 已撤销，历史保留', en: 'Closed on {date}; its history stays' },
  ladder: { zh: '这里的称呼', en: 'Titles used here' },
  addBelow: { zh: '在下面新建', en: 'Create below' },
  rename: { zh: '改名', en: 'Rename' },
  titles: { zh: '改称呼', en: 'Change titles' },
  close: { zh: '撤销', en: 'Close' },
  mayNot: { zh: '不在您管理的辖区，只能看', en: 'Not yours to administer; you can only look' },
});

/** A unit below a community is checked with its whole community: alone it would know neither its neighbours nor its parent's line. */
function checkedWith({ unit, line }: UnitPage): { id: string; name: string } {
  return line.find(({ level }) => level === 'community') ?? unit;
}

type Tab = 'facts' | 'posts' | 'boundary' | 'checks';

/** One unit: what it is, who holds its posts, its boundaries through time, and what is wrong. */
export function UnitPanel({
  page,
  chosenFinding,
  onFindings,
  onFinding,
  onEditBoundary,
  onShowVersion,
  onCreate,
}: {
  page: UnitPage;
  chosenFinding: Finding | null;
  onFindings: (findings: readonly Finding[]) => void;
  onFinding: (finding: Finding) => void;
  onEditBoundary: () => void;
  onShowVersion: (version: number | null) => void;
  onCreate: () => void;
}) {
  const say = useLabel();
  const day = useDayText();
  const [tab, setTab] = useState<Tab>('facts');
  const { unit, line } = page;
  const tabs = (['facts', 'posts', 'boundary', 'checks'] as const).map((value) => ({ value, label: say(texts[value]) }));
  const choose = (next: Tab) => {
    setTab(next);
    onShowVersion(null);
    if (next !== 'checks') onFindings([]);
  };
  return (
    <>
      <p className={styles.crumbs}>
        {line
          .slice(0, -1)
          .map(({ name }) => name)
          .join(' / ') || say(unitLevelLabels[unit.level])}
      </p>
      <div className={layout.headline}>
        <h1>{unit.name}</h1>
        <span className={layout.note}>{say(unitLevelLabels[unit.level])}</span>
      </div>
      {unit.validTo !== null && <Banner tone="calm">{say(texts.closed, { date: day(unit.validTo) })}</Banner>}
      <Tabs<Tab> label={say(texts.tabs)} tabs={tabs} value={tab} onChange={choose}>
        <div className={styles.panelBody}>
          {tab === 'facts' && <UnitFacts page={page} onCreate={onCreate} />}
          {tab === 'posts' && <Holders page={page} />}
          {tab === 'boundary' && <BoundaryVersions page={page} onEdit={onEditBoundary} onShow={onShowVersion} />}
          {tab === 'checks' && (
            <UnitChecks scope={checkedWith(page)} chosen={chosenFinding} onFindings={onFindings} onFinding={onFinding} />
          )}
        </div>
      </Tabs>
    </>
  );
}

function UnitFacts({ page, onCreate }: { page: UnitPage; onCreate: () => void }) {
  const say = useLabel();
  const day = useDayText();
  const [open, setOpen] = useState<'rename' | 'ladder' | 'close' | null>(null);
  const { unit, boundaries, childCount, mayEdit, ladder } = page;
  const area = boundaries.find(({ validTo }) => validTo === null)?.areaM2;
  const { listed } = useJoined();
  const facts = [
    { term: say(texts.level), value: say(unitLevelLabels[unit.level]) },
    ...(unit.kind ? [{ term: say(texts.kind), value: say(unitKindLabels[unit.kind]) }] : []),
    { term: say(texts.code), value: unit.code ?? '—' },
    { term: say(texts.children), value: childCount },
    ...(unit.facts.households === undefined ? [] : [{ term: say(texts.households), value: unit.facts.households }]),
    ...(unit.facts.residents === undefined ? [] : [{ term: say(texts.residents), value: unit.facts.residents }]),
    { term: say(texts.area), value: area === undefined ? '—' : say(texts.areaValue, { n: (area / 10_000).toFixed(2) }) },
    { term: say(texts.since), value: day(unit.validFrom) },
    ...(unit.aliases.length > 0 ? [{ term: say(texts.aliases), value: listed(...unit.aliases) }] : []),
  ];
  return (
    <>
      <section className={layout.section}>
        <Facts facts={facts} />
      </section>
      <section className={layout.section}>
        <h3>{say(texts.ladder)}</h3>
        <ol className={layout.lines}>
          {ladder.map((step) => (
            <li key={step.level}>
              <span className={layout.note}>{say(unitLevelLabels[step.level])}</span>
              <b>{say(postTitle(ladder, step.role))}</b>
            </li>
          ))}
        </ol>
      </section>
      <section className={layout.section}>
        {mayEdit && unit.validTo === null ? (
          <div className={layout.acts}>
            {unit.level !== 'household' && (
              <Button size="small" icon="plus" onClick={onCreate}>
                {say(texts.addBelow)}
              </Button>
            )}
            <Button size="small" icon="edit" onClick={() => setOpen('rename')}>
              {say(texts.rename)}
            </Button>
            {unit.level === 'community' && (
              <Button size="small" onClick={() => setOpen('ladder')}>
                {say(texts.titles)}
              </Button>
            )}
            <Button size="small" onClick={() => setOpen('close')}>
              {say(texts.close)}
            </Button>
          </div>
        ) : (
          <p className={layout.note}>{!mayEdit && say(texts.mayNot)}</p>
        )}
      </section>
      {open === 'rename' && <RenameUnitDialog page={page} onClose={() => setOpen(null)} />}
      {open === 'ladder' && <LadderDialog page={page} onClose={() => setOpen(null)} />}
      {open === 'close' && <CloseUnitDialog page={page} onClose={() => setOpen(null)} />}
    </>
  );
}
