import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Label } from '#shared/kernel/label.ts';
import { defineTexts, useJoined, useLabel, useTRPC } from '../../../platform/index.ts';
import { Checkbox, Kbd, SearchInput, Skeleton } from '../../../ui/index.ts';
import type { SuggestedUnit } from '../case-types.ts';
import styles from './forms.module.css';

const texts = defineTexts({
  lead: { zh: '主办单位', en: 'Lead unit' },
  supports: { zh: '协办单位', en: 'Support units' },
  find: { zh: '找单位', en: 'Find a unit' },
  all: { zh: '全部 {n} 个单位', en: 'All {n} units' },
  default: { zh: '这一类由它办', en: 'handles this class' },
  past: { zh: '一年办过 {n} 件', en: 'led {n} in a year' },
  accuracy: { zh: '派准 {n}%', en: '{n}% not disputed' },
  released: { zh: '异议成立，不归它', en: 'objection upheld' },
  team: { zh: '社区队伍', en: 'community team' },
  none: { zh: '没有能派的单位', en: 'No unit serves this place' },
  loading: { zh: '正在找能办的单位', en: 'Looking for units' },
});

export type ChosenUnits = { leadUnitId: string | null; supportUnitIds: readonly string[] };

/** How many suggestions stand open; they answer to the keys A, B, C. */
export const suggestionKeys = ['A', 'B', 'C', 'E'] as const;

export function useSuggestedUnits(caseId: string): { units: readonly SuggestedUnit[]; isPending: boolean } {
  const trpc = useTRPC();
  const { data = [], isPending } = useQuery(trpc.cases.suggestUnits.queryOptions({ caseId }));
  return { units: data, isPending };
}

/** Who shall do it: the units this class and place suggest, the lead first, supports below; the reason stands beside each. */
export function UnitsField({
  caseId,
  value,
  onChange,
  error,
  keys = false,
  allowed,
}: {
  caseId: string;
  value: ChosenUnits;
  onChange: (value: ChosenUnits) => void;
  error?: Label | undefined;
  /** shows the keys of the suggestions */
  keys?: boolean;
  /** which of the units may be chosen; absent = all */
  allowed?: (unit: SuggestedUnit) => boolean;
}) {
  const say = useLabel();
  const { units, isPending } = useSuggestedUnits(caseId);
  const name = useId();
  const [words, setWords] = useState('');
  const [all, setAll] = useState(false);
  if (isPending) return <Skeleton lines={2} label={say(texts.loading)} />;
  const open = units.filter((unit) => allowed?.(unit) ?? true);
  if (open.length === 0) return <p>{say(texts.none)}</p>;
  const found = open.filter(
    (unit) => words === '' || unit.name.zh.includes(words) || unit.name.en.toLowerCase().includes(words.toLowerCase()),
  );
  const near = all ? found : suggestionsOf(found);
  const chosenFar = open.find((unit) => unit.departmentId === value.leadUnitId && !near.includes(unit));
  const shown = chosenFar ? [...near, chosenFar] : near;
  const choose = (departmentId: string) =>
    onChange({ leadUnitId: departmentId, supportUnitIds: value.supportUnitIds.filter((id) => id !== departmentId) });
  const support = (departmentId: string, on: boolean) =>
    onChange({
      ...value,
      supportUnitIds: on ? [...value.supportUnitIds, departmentId] : value.supportUnitIds.filter((id) => id !== departmentId),
    });
  return (
    <div className={styles.units}>
      <div role="radiogroup" aria-label={say(texts.lead)} className={styles.units}>
        {shown.map((unit, index) => (
          <label key={unit.departmentId} className={styles.unit} data-chosen={unit.departmentId === value.leadUnitId || undefined}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              checked={unit.departmentId === value.leadUnitId}
              onChange={() => choose(unit.departmentId)}
            />
            {keys && suggestionKeys[index] && !all && <Kbd>{suggestionKeys[index]}</Kbd>}
            <span className={styles.unitName}>{say(unit.name)}</span>
            <UnitReason unit={unit} />
          </label>
        ))}
      </div>
      {error && (
        <small className={styles.error} role="alert">
          {say(error)}
        </small>
      )}
      {open.length > suggestionsOf(open).length && (
        <details className={styles.others} open={all} onToggle={(event) => setAll(event.currentTarget.open)}>
          <summary>{say(texts.all, { n: open.length })}</summary>
          <SearchInput label={say(texts.find)} value={words} onChange={(event) => setWords(event.target.value)} />
        </details>
      )}
      <details className={styles.others} open={value.supportUnitIds.length > 0 || undefined}>
        <summary>
          {say(texts.supports)} {value.supportUnitIds.length > 0 ? value.supportUnitIds.length : ''}
        </summary>
        <div className={styles.supports}>
          {open
            .filter((unit) => unit.departmentId !== value.leadUnitId)
            .map((unit) => (
              <Checkbox
                key={unit.departmentId}
                checked={value.supportUnitIds.includes(unit.departmentId)}
                onChange={(event) => support(unit.departmentId, event.target.checked)}
              >
                {say(unit.name)}
              </Checkbox>
            ))}
        </div>
      </details>
    </div>
  );
}

/** The units that stand open: those with a reason, else the first two; they answer to `suggestionKeys`. */
export function suggestionsOf(units: readonly SuggestedUnit[]): readonly SuggestedUnit[] {
  const known = units.filter((unit) => unit.isDefault || unit.led > 0);
  return (known.length >= 2 ? known : units.slice(0, 2)).slice(0, suggestionKeys.length);
}

function UnitReason({ unit }: { unit: SuggestedUnit }) {
  const say = useLabel();
  const { phrased } = useJoined();
  const reasons = [
    unit.released && say(texts.released),
    unit.isDefault && say(texts.default),
    unit.kind === 'communityTeam' && say(texts.team),
    unit.led > 0 && say(texts.past, { n: unit.led }),
    unit.accuracy !== null && unit.accuracy < 1 && say(texts.accuracy, { n: Math.round(unit.accuracy * 100) }),
  ].filter(Boolean);
  return <span className={styles.unitWhy}>{phrased(...reasons.slice(0, 2))}</span>;
}
