import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { WhistleType } from '#shared/dispatch/whistle-schema.ts';
import type { Label } from '#shared/kernel/label.ts';
import type { Position } from '#shared/kernel/place.ts';
import { defineTexts, readFailure, useLabel, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Banner, SearchInput, Skeleton } from '../../../ui/index.ts';
import { whistleRefusalWords } from '../../dispatch-parts/index.ts';
import { useUnitReasons } from '../hooks/use-unit-reasons.ts';
import type { SuggestedUnit } from '../whistle-types.ts';
import styles from './draft.module.css';

const texts = defineTexts({
  label: { zh: '叫哪些单位', en: 'Units to call' },
  hint: {
    zh: '一家主办，其余协办。排在前面的，先看案件类别，再看管的地方，再看近一年的哨：本社区、本街道、全区。',
    en: 'One lead, the others support. First by class, then by place, then by whistles of the last year: community, street, district.',
  },
  loading: { zh: '正在找管这一片的单位', en: 'Looking for units of this place' },
  none: { zh: '没有单位管这一片', en: 'No unit serves this place' },
  find: { zh: '找单位', en: 'Find a unit' },
  lead: { zh: '主办', en: 'Lead' },
  support: { zh: '协办', en: 'Support' },
  off: { zh: '不叫', en: 'Not called' },
  role: { zh: '{name}怎么参加', en: 'How {name} takes part' },
  all: { zh: '全部 {n} 个单位', en: 'All {n} units' },
});

type Chosen = { leadUnitId: string | null; supportUnitIds: readonly string[] };
const openAtFirst = 6;

/** Lead and supports out of the directory of the place, the reasons for each beside it. */
export function UnitPicker({
  caseIds,
  point,
  placeId,
  whistleType,
  value,
  onChange,
  error,
}: {
  caseIds: readonly string[];
  point: Position | null;
  placeId: string | null;
  whistleType: WhistleType;
  value: Chosen;
  onChange: (value: Chosen) => void;
  error: Label | undefined;
}) {
  const say = useLabel();
  const trpc = useTRPC();
  const failureText = useFailureText(whistleRefusalWords);
  const [words, setWords] = useState('');
  const [all, setAll] = useState(false);
  const at = point && { lng: point[0], lat: point[1], accuracyM: null, source: 'pin' as const };
  const query = useQuery(
    trpc.dispatch.suggestUnits.queryOptions(
      { caseIds: [...caseIds], point: at, placeId: at ? null : placeId, whistleType },
      { enabled: at !== null || placeId !== null, placeholderData: (before) => before, retry: false },
    ),
  );
  if (query.isError && readFailure(query.error).kind === 'refused') return <Banner tone="care">{failureText(query.error)}</Banner>;
  if (!query.data) return <Skeleton lines={4} label={say(texts.loading)} />;
  const found = query.data.filter(
    ({ name }) => words === '' || name.zh.includes(words) || name.en.toLowerCase().includes(words.toLowerCase()),
  );
  const chosen = (id: string) => id === value.leadUnitId || value.supportUnitIds.includes(id);
  const shown = all || words !== '' ? found : found.filter((unit, index) => index < openAtFirst || chosen(unit.departmentId));
  const put = (id: string, role: Role) => {
    const supportUnitIds = value.supportUnitIds.filter((each) => each !== id);
    const leadUnitId = value.leadUnitId === id ? null : value.leadUnitId;
    if (role === 'lead') return onChange({ leadUnitId: id, supportUnitIds });
    onChange({ leadUnitId, supportUnitIds: role === 'support' ? [...supportUnitIds, id] : supportUnitIds });
  };
  return (
    <fieldset className={styles.units}>
      <legend>{say(texts.label)}</legend>
      <small className={styles.quiet}>{say(texts.hint)}</small>
      {query.data.length > openAtFirst && (
        <SearchInput label={say(texts.find)} value={words} onChange={(event) => setWords(event.target.value)} />
      )}
      {found.length === 0 && <p className={styles.quiet}>{say(texts.none)}</p>}
      {shown.map((unit) => (
        <UnitRow key={unit.departmentId} unit={unit} value={value} onChange={(role) => put(unit.departmentId, role)} />
      ))}
      {words === '' && !all && found.length > shown.length && (
        <button type="button" className={styles.all} onClick={() => setAll(true)}>
          {say(texts.all, { n: found.length })}
        </button>
      )}
      {error && (
        <small className={styles.error} role="alert">
          {say(error)}
        </small>
      )}
    </fieldset>
  );
}

type Role = 'lead' | 'support' | 'off';
const roles = ['lead', 'support', 'off'] as const satisfies readonly Role[];

function UnitRow({ unit, value, onChange }: { unit: SuggestedUnit; value: Chosen; onChange: (role: Role) => void }) {
  const say = useLabel();
  const name = useId();
  const reasons = useUnitReasons();
  const role: Role = value.leadUnitId === unit.departmentId ? 'lead' : value.supportUnitIds.includes(unit.departmentId) ? 'support' : 'off';
  const unitName = say(unit.name);
  return (
    <div className={styles.unit} data-role={role}>
      <span className={styles.unitWords}>
        <b>{unitName}</b>
        <small>{reasons(unit)}</small>
      </span>
      <span role="radiogroup" aria-label={say(texts.role, { name: unitName })} className={styles.roles}>
        {roles.map((each) => (
          <label key={each} data-on={each === role || undefined}>
            <input type="radio" name={name} checked={each === role} onChange={() => onChange(each)} />
            {say(texts[each])}
          </label>
        ))}
      </span>
    </div>
  );
}
