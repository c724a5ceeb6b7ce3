import { type ReactNode, useState } from 'react';
import { WHISTLE_LIMIT_MAX } from '#shared/dispatch/whistle-limits.ts';
import type { Label } from '#shared/kernel/label.ts';
import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { Banner, Button } from '../../../ui/index.ts';
import { type FieldErrors, layout, readInput, UnsavedGuard } from '../../admin-parts/index.ts';
import { changedLines, flattened, nested, rebased, type SettingField, type SettingGroup, type SettingValues } from '../setting-fields.ts';
import { type SettingsSent, type SettingsTold, waits } from '../settings-types.ts';
import { ChangesTable } from './changes-table.tsx';
import { SaveSettingsDialog } from './save-settings-dialog.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';
import { SettingsHistory } from './settings-history.tsx';

const texts = defineTexts({
  version: { zh: '{district}，第 {n} 版', en: '{district}, version {n}' },
  byDefault: { zh: '{district}，全部按默认', en: '{district}, everything by default' },
  preview: { zh: '看看会改什么', en: 'See what changes' },
  drop: { zh: '放弃改动', en: 'Drop the changes' },
  unchanged: { zh: '没有改动', en: 'Nothing changed' },
  lookFirst: { zh: '先看新版本', en: 'Look at the new version first' },
  between: { zh: '要在 {least} 到 {most} 之间', en: 'Between {least} and {most}' },
  wrong: { zh: '有 {n} 处要改，标在下面', en: '{n} places need a change, marked below' },
  waiting: {
    zh: '下面是第 {n} 版，{time} 起才生效，在那以前按上一版。',
    en: 'Below is version {n}, in force from {time}; until then the version before holds.',
  },
  conflict: { zh: '{who}刚保存了第 {n} 版，您的还没有保存', en: '{who} has just saved version {n}; yours is not saved' },
  somebody: { zh: '另一位管理员', en: 'Another administrator' },
  theirs: { zh: '对方改了', en: 'They changed' },
  mine: { zh: '您要改', en: 'You are about to change' },
  goOn: { zh: '在第 {n} 版上接着改', en: 'Go on from version {n}' },
});

type Schema = Parameters<typeof readInput>[0];
type Props = {
  title: Label;
  intro: Label;
  told: SettingsTold;
  groups: readonly SettingGroup[];
  schema: Schema;
  busy: boolean;
  error: unknown;
  /** hands over the new version; `done` once it is saved */
  onSave: (sent: SettingsSent, settings: unknown, done: () => void) => void;
  onReset: () => void;
  end?: ReactNode;
};
type Base = { version: number; values: SettingValues };

const baseOf = (told: SettingsTold): Base => ({ version: told.version, values: flattened(told.history[0]?.settings ?? told.defaults) });

/** The settings of one kind: every figure with its meaning, what a change does before it is saved, and every version so far. */
export function SettingsDesk({ title, intro, told, groups, schema, busy, error, onSave, onReset, end }: Props) {
  const say = useLabel();
  const { full, writing } = useTimeWords();
  const [base, setBase] = useState(() => baseOf(told));
  const [values, setValues] = useState(base.values);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [saving, setSaving] = useState(false);
  const lines = changedLines(groups, base.values, values);
  const dirty = lines.length > 0;
  const moved = told.version !== base.version;
  const take = (next: Base, over: SettingValues = next.values) => {
    setBase(next);
    setValues(over);
    setErrors({});
    setSaving(false);
    onReset();
  };
  // nothing of one's own is lost, so the new version comes in by itself
  if (moved && !dirty) {
    setBase(baseOf(told));
    setValues(baseOf(told).values);
  }
  const defaults = flattened(told.defaults);
  const newest = told.history[0];
  const preview = () => {
    const read = readInput(schema, nested(values));
    setErrors(read.ok ? {} : read.errors);
    if (read.ok) setSaving(true);
  };
  const errorOf = (path: string) => errors[path] ?? errors[`${path}.amount`];
  const problemOf = (field: SettingField) => {
    const problem = errorOf(field.path);
    if (!problem) return undefined;
    const bounds = field.kind === 'number' ? field.bounds : field.kind === 'limit' ? ([1, WHISTLE_LIMIT_MAX] as const) : null;
    return bounds ? say(texts.between, { least: bounds[0], most: bounds[1] }) : say(problem);
  };
  const wrong = Object.keys(errors).length;
  const where = { district: told.district.name, n: told.version };
  return (
    <>
      <div className={layout.bar}>
        <h1 className={styles.title}>{say(title)}</h1>
        <span className={layout.note}>{say(told.version === 0 ? texts.byDefault : texts.version, where)}</span>
        <span className={styles.acts}>
          {dirty && <Button onClick={() => take(baseOf(told))}>{say(texts.drop)}</Button>}
          <Button
            variant="primary"
            missing={moved && dirty ? say(texts.lookFirst) : dirty ? undefined : say(texts.unchanged)}
            onClick={preview}
          >
            {say(texts.preview)}
          </Button>
        </span>
        {end}
      </div>
      <div className={styles.conflict}>
        {moved && dirty && newest && (
          <Banner tone="care" live title={say(texts.conflict, { who: newest.by ?? say(texts.somebody), n: told.version })}>
            <h2 className={styles.small}>{say(texts.theirs)}</h2>
            <ChangesTable plain lines={changedLines(groups, base.values, baseOf(told).values)} />
            <h2 className={styles.small}>{say(texts.mine)}</h2>
            <ChangesTable plain lines={lines} />
            <div className={styles.goOn}>
              <Button onClick={() => take(baseOf(told), rebased({ base: base.values, mine: values, theirs: baseOf(told).values }))}>
                {say(texts.goOn, { n: told.version })}
              </Button>
            </div>
          </Banner>
        )}
      </div>
      <div className={styles.body}>
        <p className={styles.intro}>{say(intro)}</p>
        {newest && waits(newest, writing.now) && (
          <Banner tone="info">{say(texts.waiting, { n: newest.version, time: full(newest.effectiveFrom) })}</Banner>
        )}
        {wrong > 0 && (
          <Banner tone="care" live>
            {say(texts.wrong, { n: wrong })}
          </Banner>
        )}
        {groups.map(({ title: heading, note, fields }) => (
          <section key={heading.en} className={styles.group} aria-label={say(heading)}>
            <h2 className={styles.heading}>{say(heading)}</h2>
            {note && <p className={layout.note}>{say(note)}</p>}
            <div className={styles.fields}>
              {fields.map((field) => {
                const problem = problemOf(field);
                return (
                  <SettingRow
                    key={field.path}
                    field={field}
                    value={values[field.path]}
                    fallback={defaults[field.path]}
                    error={problem}
                    onChange={(value) => {
                      setErrors({});
                      setValues({ ...values, [field.path]: value });
                    }}
                  />
                );
              })}
            </div>
          </section>
        ))}
        <SettingsHistory told={told} groups={groups} />
      </div>
      {saving && !moved && (
        <SaveSettingsDialog
          told={told}
          lines={lines}
          busy={busy}
          error={error}
          onSave={(sent) =>
            onSave(sent, nested(values), () => {
              setSaving(false);
              setBase({ version: sent.expectedVersion + 1, values });
            })
          }
          onClose={() => {
            setSaving(false);
            onReset();
          }}
        />
      )}
      <UnsavedGuard when={dirty} />
    </>
  );
}
