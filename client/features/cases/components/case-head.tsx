import { caseSourceLabels } from '#shared/cases/cases.i18n.ts';
import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { NavLink } from '../../../ui/index.ts';
import { GridBadge } from '../../cases-parts/index.ts';
import type { CaseDetail } from '../case-types.ts';
import styles from './case-file.module.css';
import { CaseFlags } from './case-flags.tsx';

const texts = defineTexts({
  noNumber: { zh: '还没有编号', en: 'No number yet' },
  reported: { zh: '{when}　{source}', en: '{when}, {source}' },
  into: { zh: '并入 {no}', en: 'Merged with {no}' },
});

/** Grid number and community of a case's place, for the badge. */
export function gridOf(places: CaseDetail['places']): { number: string; community: string } | null {
  const community = places.find((place) => place.level === 'community');
  const grid = places.find((place) => place.level === 'grid');
  if (!community) return null;
  return { number: grid ? gridNumber(grid) : '—', community: community.name.replace(/社区$/u, '') };
}

/** `03` from the grid's code or name. */
export function gridNumber({ code, name }: { code: string | null; name: string }): string {
  return (/(\d{2})$/.exec(code ?? '') ?? /(\d+)/.exec(name))?.[1]?.padStart(2, '0') ?? name.slice(0, 2);
}

/** Number, place, title, state: the head of a case wherever it is shown. `end` are the acts beside the number. */
export function CaseHead({ detail, end, level = 2 }: { detail: CaseDetail; end?: React.ReactNode; level?: 1 | 2 }) {
  const say = useLabel();
  const { moment } = useTimeWords();
  const { snapshot, places, clock, duplicates, duplicateOf } = detail;
  const grid = gridOf(places);
  const Title = level === 1 ? 'h1' : 'h2';
  return (
    <header className={styles.head}>
      <div className={styles.numberRow}>
        <span className={styles.number}>{snapshot.caseNo ?? say(texts.noNumber)}</span>
        {grid && <GridBadge number={grid.number} community={grid.community} />}
        <span className={styles.quiet}>
          {say(texts.reported, { when: moment(snapshot.reportedAt), source: say(caseSourceLabels[snapshot.source]) })}
        </span>
        {end && <span className={styles.headEnd}>{end}</span>}
      </div>
      <Title className={styles.title}>{snapshot.title}</Title>
      <CaseFlags of={snapshot} clock={clock} duplicates={duplicates} />
      {duplicateOf && <NavLink href={`/d/c/${duplicateOf.id}`}>{say(texts.into, { no: duplicateOf.caseNo ?? duplicateOf.title })}</NavLink>}
    </header>
  );
}
