import { limitLabels } from '#shared/calendar/calendar.i18n.ts';
import { type Limit, limitUnits } from '#shared/calendar/calendar-schema.ts';
import type { Label } from '#shared/kernel/label.ts';
import { parseWallClock, toWallClock } from '#shared/kernel/zone-time.ts';
import { askPosition, defineTexts, useLabel, useTimeWords } from '../../platform/index.ts';
import { Button, Field, type Option, Radio, Select, TextArea, TextInput } from '../../ui/index.ts';
import { PhotoPicker } from '../files-parts/index.ts';
import styles from './action-field.module.css';
import type { FieldSpec } from './field-spec.ts';

const texts = defineTexts({
  optional: { zh: '可不填', en: 'optional' },
  choose: { zh: '请选', en: 'Choose' },
  left: { zh: '还可写 {n} 字', en: '{n} characters left' },
  locate: { zh: '取我的位置', en: 'Take my position' },
  located: { zh: '已取到，精度 {n} 米', en: 'Taken, accuracy {n} m' },
  noPosition: { zh: '取不到位置，请检查定位权限', en: 'No position; check the permission' },
  amount: { zh: '数量', en: 'Amount' },
  unit: { zh: '单位', en: 'Unit' },
});

export type ActionFieldProps = {
  spec: FieldSpec;
  value: unknown;
  onChange: (value: unknown) => void;
  error: Label | undefined;
  /** units a choice of units offers, with their names */
  units?: readonly Option[];
};

/** From how many characters before the end a text counts down. */
const countFrom = 100;

/** Where a device in the hand is; a desk stands elsewhere than what its pictures show. */
async function positionInHand() {
  if (!matchMedia('(pointer: coarse)').matches) return null;
  const answer = await askPosition(8_000);
  return answer.ok ? answer.position : null;
}

/** One field of an action's form, its error below it. */
export function ActionField({ spec, value, onChange, error, units = [] }: ActionFieldProps) {
  const say = useLabel();
  const shared = {
    label: say(spec.label),
    ...(error ? { error: say(error) } : {}),
    ...(spec.optional ? { optionalWord: say(texts.optional) } : {}),
  };
  const hint = spec.hint ? { hint: say(spec.hint) } : {};
  switch (spec.kind) {
    case 'text': {
      const text = typeof value === 'string' ? value : '';
      const left = spec.most - text.length;
      const note = left <= countFrom ? { hint: say(texts.left, { n: left }) } : hint;
      return (
        <Field {...shared} {...note}>
          {(control) =>
            spec.oneLine ? (
              <TextInput {...control} value={text} onChange={(event) => onChange(event.target.value)} />
            ) : (
              <TextArea {...control} rows={spec.rows ?? 3} value={text} onChange={(event) => onChange(event.target.value)} />
            )
          }
        </Field>
      );
    }
    case 'choice':
      return <ChoiceField {...{ spec, value, onChange, shared }} />;
    case 'ownSupport':
      return (
        <Field {...shared} {...hint}>
          {(control) => (
            <Select
              {...control}
              options={units}
              value={typeof value === 'string' ? value : ''}
              onChange={onChange}
              placeholder={say(texts.choose)}
            />
          )}
        </Field>
      );
    case 'photos':
      return (
        <Field {...shared} {...hint}>
          {(control) => (
            <div id={control.id}>
              <PhotoPicker ids={idsOf(value)} onChange={onChange} position={positionInHand} />
            </div>
          )}
        </Field>
      );
    case 'moment':
      return <MomentField {...{ value, onChange, shared: { ...shared, ...hint } }} />;
    case 'limit':
      return <LimitField {...{ value, onChange, shared: { ...shared, ...hint } }} />;
    case 'money':
      return (
        <Field {...shared} {...hint}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="decimal"
              className={styles.short}
              defaultValue={typeof value === 'number' ? value / 100 : ''}
              onChange={(event) => onChange(fenOf(event.target.value))}
            />
          )}
        </Field>
      );
    case 'position':
      return <PositionField {...{ value, onChange, shared: { ...shared, ...hint } }} />;
    case 'units':
      return null;
  }
}

type Part = {
  value: unknown;
  onChange: (value: unknown) => void;
  shared: { label: string; hint?: string; error?: string; optionalWord?: string };
};

/** Few values stand open as radios, many hide in the system's select. */
function ChoiceField({ spec, value, onChange, shared }: Part & { spec: Extract<FieldSpec, { kind: 'choice' }> }) {
  const say = useLabel();
  const read = spec.read ?? ((text: string) => text);
  const chosen = spec.choices.find((each) => value !== undefined && value !== null && read(each.value) === value)?.value ?? '';
  if (spec.choices.length > 6) {
    const options = spec.choices.map((each) => ({ value: each.value, label: say(each.label) }));
    return (
      <Field {...shared}>
        {(control) => (
          <Select {...control} options={options} value={chosen} onChange={(next) => onChange(read(next))} placeholder={say(texts.choose)} />
        )}
      </Field>
    );
  }
  return (
    <fieldset className={styles.choices}>
      <legend>
        {shared.label}
        {shared.optionalWord && <small>{shared.optionalWord}</small>}
      </legend>
      <div className={styles.radios}>
        {spec.choices.map((each) => (
          <Radio
            key={each.value}
            name={spec.name}
            value={each.value}
            checked={each.value === chosen}
            onChange={() => onChange(read(each.value))}
          >
            {say(each.label)}
          </Radio>
        ))}
      </div>
      {shared.error && (
        <small className={styles.error} role="alert">
          {shared.error}
        </small>
      )}
    </fieldset>
  );
}

function MomentField({ value, onChange, shared }: Part) {
  const { writing } = useTimeWords();
  return (
    <Field {...shared}>
      {(control) => (
        <TextInput
          {...control}
          type="datetime-local"
          className={styles.moment}
          value={typeof value === 'number' ? toWallClock(writing.timeZone, value).slice(0, 16) : ''}
          onChange={(event) => onChange(parseWallClock(writing.timeZone, event.target.value) ?? undefined)}
        />
      )}
    </Field>
  );
}

function LimitField({ value, onChange, shared }: Part) {
  const say = useLabel();
  const limit = isLimit(value) ? value : { amount: 1, unit: 'workingDays' as const };
  const options = limitUnits.map((unit) => ({ value: unit, label: say(limitLabels[unit], { n: '' }).trim() }));
  return (
    <Field {...shared}>
      {(control) => (
        <div className={styles.pair}>
          <TextInput
            {...control}
            type="number"
            min={1}
            aria-label={say(texts.amount)}
            value={limit.amount}
            onChange={(event) => onChange({ ...limit, amount: Math.max(0, Math.floor(Number(event.target.value))) })}
          />
          <Select options={options} value={limit.unit} aria-label={say(texts.unit)} onChange={(unit) => onChange({ ...limit, unit })} />
        </div>
      )}
    </Field>
  );
}

function PositionField({ value, onChange, shared }: Part) {
  const say = useLabel();
  const taken = isPoint(value) ? value : null;
  const take = async () => {
    const answer = await askPosition();
    if (!answer.ok) return onChange(null);
    const { lng, lat, accuracyM } = answer.position;
    onChange({ lng, lat, accuracyM, source: 'gnss' });
  };
  return (
    <Field {...shared}>
      {(control) => (
        <div className={styles.pair}>
          <Button id={control.id} size="small" icon="aim" onClick={() => void take()}>
            {say(texts.locate)}
          </Button>
          <span role="status" className={styles.state}>
            {taken ? say(texts.located, { n: Math.round(taken.accuracyM ?? 0) }) : value === null ? say(texts.noPosition) : ''}
          </span>
        </div>
      )}
    </Field>
  );
}

function isLimit(value: unknown): value is Limit {
  return typeof value === 'object' && value !== null && 'amount' in value && 'unit' in value;
}

function isPoint(value: unknown): value is { accuracyM: number | null } {
  return typeof value === 'object' && value !== null && 'accuracyM' in value;
}

export function idsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

/** Yuan as typed to fen; an empty field is no figure, words that are none stay for the schema to refuse. */
function fenOf(typed: string): number | null {
  const text = typed.trim();
  return text === '' ? null : Math.round(Number(text) * 100);
}
