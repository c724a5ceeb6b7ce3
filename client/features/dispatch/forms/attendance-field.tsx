import { activeUnits } from '#shared/dispatch/whistle-requirements.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Button, IconButton, Select, TextInput } from '../../../ui/index.ts';
import { useUnitName } from '../hooks/use-names.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import type { SharedField } from './field-shared.ts';
import styles from './whistle-form.module.css';

const texts = defineTexts({
  unit: { zh: '第 {n} 人的单位', en: 'Unit of person {n}' },
  name: { zh: '第 {n} 人的姓名', en: 'Name of person {n}' },
  add: { zh: '再加一人', en: 'Add a person' },
  remove: { zh: '去掉第 {n} 人', en: 'Remove person {n}' },
});

/** `''` in the select stands for the community. */
const community = 'community';
type Row = { departmentId: string | null; name: string };

function rowsOf(value: unknown): Row[] {
  return Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object' && row !== null && 'name' in row) : [];
}

/** Who was there, one row a person; every unit that must come needs one. */
export function AttendanceField({
  label,
  error,
  detail,
  value,
  onChange,
}: SharedField & { detail: WhistleDetail; value: unknown; onChange: (rows: Row[]) => void }) {
  const say = useLabel();
  const unitName = useUnitName(detail);
  const rows = rowsOf(value);
  const options = [
    { value: community, label: unitName(null) },
    ...activeUnits(detail.snapshot).map(({ departmentId }) => ({ value: departmentId, label: unitName(departmentId) })),
  ];
  const put = (index: number, part: Partial<Row>) => onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <div key={index} className={styles.attendance}>
          <Select
            options={options}
            value={row.departmentId ?? community}
            aria-label={say(texts.unit, { n: index + 1 })}
            onChange={(id) => put(index, { departmentId: id === community ? null : id })}
          />
          <TextInput
            value={row.name}
            aria-label={say(texts.name, { n: index + 1 })}
            maxLength={60}
            onChange={(event) => put(index, { name: event.target.value })}
          />
          <IconButton
            icon="close"
            label={say(texts.remove, { n: index + 1 })}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <div>
        <Button size="small" icon="plus" onClick={() => onChange([...rows, { departmentId: null, name: '' }])}>
          {say(texts.add)}
        </Button>
      </div>
      {error && (
        <small className={styles.error} role="alert">
          {error}
        </small>
      )}
    </fieldset>
  );
}
