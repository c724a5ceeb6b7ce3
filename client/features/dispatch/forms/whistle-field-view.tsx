import { sideLabels } from '#shared/dispatch/whistle.i18n.ts';
import { openTasks } from '#shared/dispatch/whistle-requirements.ts';
import type { Label } from '#shared/kernel/label.ts';
import { defineTexts, useJoined, useLabel } from '../../../platform/index.ts';
import { Checkbox, Field, Select } from '../../../ui/index.ts';
import { ActionField, type FormValues, idsOf } from '../../form-parts/index.ts';
import type { PageAction } from '../actions.tsx';
import { useUnitName } from '../hooks/use-names.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import { AttendanceField } from './attendance-field.tsx';
import { DirectoryField } from './directory-field.tsx';
import { HouseholdsField } from './households-field.tsx';
import { MarkField } from './mark-field.tsx';
import { PairsField } from './pairs-field.tsx';
import { PlanField } from './plan-field.tsx';
import { ReportInField } from './report-in-field.tsx';
import { SignatureField } from './signature-field.tsx';
import { TopicsField } from './topics-field.tsx';
import type { WhistleField } from './whistle-fields.ts';
import { unitsToChoose } from './whistle-first-values.ts';
import styles from './whistle-form.module.css';

const texts = defineTexts({
  optional: { zh: '可不填', en: 'optional' },
  choose: { zh: '请选', en: 'Choose' },
  noHouseholds: { zh: '还没有列住户，这条意见不记到户', en: 'No household is listed yet; the opinion stands for itself' },
  all: { zh: '全选', en: 'All' },
  named: { zh: '{side}　{name}', en: '{side}: {name}' },
});

type ViewProps = {
  field: WhistleField;
  action: PageAction;
  detail: WhistleDetail;
  values: FormValues;
  onChange: (part: FormValues) => void;
  error: Label | undefined;
};

/** One field of a whistle's form, its error below it. */
export function WhistleFieldView({ field, action, detail, values, onChange, error }: ViewProps) {
  const say = useLabel();
  const { withAside } = useJoined();
  const unitName = useUnitName(detail);
  const value = values[field.name];
  const set = (next: unknown) => onChange({ [field.name]: next });
  const shared = {
    label: say(field.label),
    ...(error ? { error: say(error) } : {}),
    ...(field.hint ? { hint: say(field.hint) } : {}),
    ...(field.optional ? { optionalWord: say(texts.optional) } : {}),
  };
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'unit': {
      const units = unitsToChoose(field.units, action, detail);
      const options = units.map(({ departmentId, side }) => ({
        value: departmentId,
        label: say(texts.named, { side: say(sideLabels[side]), name: unitName(departmentId) }),
      }));
      return (
        <Field {...shared}>
          {(control) => <Select {...control} options={options} value={text} onChange={set} placeholder={say(texts.choose)} />}
        </Field>
      );
    }
    case 'task': {
      const mine = openTasks(detail.snapshot).filter(({ departmentId }) => detail.taskOwners.includes(departmentId));
      const options = mine.map(({ id, what, departmentId }) => ({ value: id, label: withAside(what, unitName(departmentId)) }));
      return (
        <Field {...shared}>
          {(control) => <Select {...control} options={options} value={text} onChange={set} placeholder={say(texts.choose)} />}
        </Field>
      );
    }
    case 'household': {
      const { households } = detail.snapshot;
      if (households.length === 0) return <p className={styles.quiet}>{say(texts.noHouseholds)}</p>;
      const options = households.map(({ id, label }) => ({ value: id, label }));
      return (
        <Field {...shared}>
          {(control) => <Select {...control} options={options} value={text} onChange={set} placeholder={say(texts.choose)} />}
        </Field>
      );
    }
    case 'taskChoice': {
      const entries = (detail.snapshot.plan?.tasks ?? []).map(({ id, what }) => ({ id, label: what }));
      return <ManyField {...shared} entries={entries} chosen={idsOf(value)} onChange={set} />;
    }
    case 'householdChoice':
      return <ManyField {...shared} entries={detail.snapshot.households} chosen={idsOf(value)} onChange={set} />;
    case 'directory':
      return <DirectoryField {...shared} detail={detail} value={text || null} optional={field.optional ?? false} onChange={set} />;
    case 'reportIn':
      return <ReportInField {...shared} detail={detail} values={values} onChange={onChange} />;
    case 'attendance':
      return <AttendanceField {...shared} detail={detail} value={value} onChange={set} />;
    case 'signatures':
      return <SignatureField {...shared} ids={idsOf(value)} onChange={set} />;
    case 'households':
      return <HouseholdsField {...shared} known={detail.snapshot.households} value={value} onChange={set} />;
    case 'topics':
      return <TopicsField {...shared} detail={detail} value={value} onChange={set} />;
    case 'tasks':
      return <PlanField {...shared} detail={detail} value={value} onChange={set} />;
    case 'pairs':
      return <PairsField {...shared} detail={detail} value={value} onChange={set} />;
    case 'mark':
      return <MarkField label={shared.label} error={shared.error} value={value} onChange={set} />;
    default:
      return <ActionField spec={field} value={value} onChange={set} error={error} />;
  }
}

type Many = {
  label: string;
  error?: string;
  hint?: string;
  entries: readonly { id: string; label: string }[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
};

/** Several of a list, with one box for all of them. */
function ManyField({ label, error, hint, entries, chosen, onChange }: Many) {
  const say = useLabel();
  const all = entries.length > 0 && chosen.length === entries.length;
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {hint && <small className={styles.quiet}>{hint}</small>}
      <Checkbox checked={all} mixed={!all && chosen.length > 0} onChange={() => onChange(all ? [] : entries.map(({ id }) => id))}>
        {say(texts.all)} {chosen.length} / {entries.length}
      </Checkbox>
      <div className={styles.many}>
        {entries.map((entry) => (
          <Checkbox
            key={entry.id}
            checked={chosen.includes(entry.id)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, entry.id] : chosen.filter((id) => id !== entry.id))}
          >
            {entry.label}
          </Checkbox>
        ))}
      </div>
      {error && (
        <small className={styles.error} role="alert">
          {error}
        </small>
      )}
    </fieldset>
  );
}
