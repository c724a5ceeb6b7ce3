import { caseKindLabels, urgencyLabels } from '#shared/cases/cases.i18n.ts';
import { type CaseCategory, type CaseKind, caseKinds, type Urgency, urgencies } from '#shared/cases/cases-schema.ts';
import { useLabel } from '../../../platform/index.ts';
import { Select as DeskSelect } from '../../../ui/desk-kit/index.ts';
import { Checkbox, Field, Select, TextInput } from '../../../ui/index.ts';
import { type FieldErrors, layout } from '../../admin-parts/index.ts';
import { categoryTexts } from '../category-words.ts';
import styles from './categories.module.css';
import { LimitRows } from './limit-rows.tsx';

type Put = <K extends keyof CaseCategory>(key: K, value: CaseCategory[K]) => void;
type Choices = readonly { value: string; label: string }[];

/** The fields of a class; what is wrong is said at the field. */
export function CategoryForm({
  category,
  departments,
  duties,
  errors,
  isNew,
  onChange,
}: {
  category: CaseCategory;
  departments: Choices;
  /** items of the duty list in force */
  duties: Choices;
  errors: FieldErrors;
  isNew: boolean;
  onChange: (category: CaseCategory) => void;
}) {
  const say = useLabel();
  const put: Put = (key, value) => onChange({ ...category, [key]: value });
  const errorOf = (path: string) => errors[path] && say(errors[path]);
  const { photoRequired } = category;
  return (
    <div className={layout.form}>
      <div className={layout.pair}>
        <Field label={say(categoryTexts.nameZh)} error={errorOf('category.name.zh')}>
          {(control) => (
            <TextInput
              {...control}
              value={category.name.zh}
              onChange={(event) => put('name', { ...category.name, zh: event.target.value })}
            />
          )}
        </Field>
        <Field label={say(categoryTexts.nameEn)} error={errorOf('category.name.en')}>
          {(control) => (
            <TextInput
              {...control}
              value={category.name.en}
              onChange={(event) => put('name', { ...category.name, en: event.target.value })}
            />
          )}
        </Field>
        {isNew && (
          <Field label={say(categoryTexts.code)} error={errorOf('category.code')}>
            {(control) => (
              <TextInput {...control} value={category.code} spellCheck={false} onChange={(event) => put('code', event.target.value)} />
            )}
          </Field>
        )}
        <Field label={say(categoryTexts.urgency)}>
          {(control) => (
            <Select<Urgency>
              {...control}
              options={urgencies.map((value) => ({ value, label: say(urgencyLabels[value]) }))}
              value={category.defaultUrgency}
              onChange={(value) => put('defaultUrgency', value)}
            />
          )}
        </Field>
        <Field label={say(categoryTexts.kind)}>
          {(control) => (
            <Select<CaseKind>
              {...control}
              options={caseKinds.map((value) => ({ value, label: say(caseKindLabels[value]) }))}
              value={category.defaultKind}
              onChange={(value) => put('defaultKind', value)}
            />
          )}
        </Field>
        <DeskSelect
          label={say(categoryTexts.lead)}
          placeholder={say(categoryTexts.noLead)}
          size="md"
          searchable
          clearable
          data={[...departments]}
          value={category.leadDepartmentId}
          error={errorOf('category.leadDepartmentId')}
          onChange={(value) => put('leadDepartmentId', value as CaseCategory['leadDepartmentId'])}
        />
      </div>
      <fieldset className={styles.ticks}>
        <legend>{say(categoryTexts.photos)}</legend>
        <div className={styles.row}>
          {(['report', 'feedback', 'inspection'] as const).map((moment) => (
            <Checkbox
              key={moment}
              checked={photoRequired[moment]}
              onChange={(event) => put('photoRequired', { ...photoRequired, [moment]: event.target.checked })}
            >
              {say(categoryTexts[moment])}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <div className={styles.row}>
        {(['selfHandling', 'communityDuty', 'physical'] as const).map((rule) => (
          <Checkbox
            key={rule}
            checked={category[rule]}
            // the field of the duty goes with its tick
            onChange={({ target: { checked } }) =>
              onChange({ ...category, [rule]: checked, ...(rule === 'communityDuty' && !checked && { dutyCode: null }) })
            }
          >
            {say(categoryTexts[rule])}
          </Checkbox>
        ))}
      </div>
      {category.communityDuty && (
        <DeskSelect
          label={say(categoryTexts.duty)}
          placeholder={say(categoryTexts.noDuty)}
          size="md"
          searchable
          clearable
          data={dutyChoices(duties, category.dutyCode)}
          value={category.dutyCode}
          error={errorOf('category.dutyCode')}
          onChange={(value) => put('dutyCode', value)}
        />
      )}
      <LimitRows limits={category.limits} urgency={category.defaultUrgency} onChange={(limits) => put('limits', limits)} />
    </div>
  );
}

/** An item that is not in force any more stays readable until another is chosen. */
function dutyChoices(duties: Choices, chosen: string | null): { value: string; label: string }[] {
  const known = chosen === null || duties.some(({ value }) => value === chosen);
  return known ? [...duties] : [...duties, { value: chosen, label: chosen }];
}
