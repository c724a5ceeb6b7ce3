import { useQuery } from '@tanstack/react-query';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { Field, Select } from '../../../ui/index.ts';
import { useUnitReasons } from '../hooks/use-unit-reasons.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import type { SharedField } from './field-shared.ts';

const texts = defineTexts({
  choose: { zh: '请选单位', en: 'Choose a unit' },
  none: { zh: '不用', en: 'None' },
  row: { zh: '{name}（{why}）', en: '{name} ({why})' },
});

/** A unit of the directory that is not in the whistle yet, with the reasons that speak for it. */
export function DirectoryField({
  detail,
  value,
  onChange,
  optional,
  ...shared
}: SharedField & { detail: WhistleDetail; value: string | null; optional: boolean; onChange: (id: string | null) => void }) {
  const say = useLabel();
  const trpc = useTRPC();
  const reasons = useUnitReasons();
  const { snapshot } = detail;
  const { data = [] } = useQuery(
    trpc.dispatch.suggestUnits.queryOptions({
      ...{ caseIds: snapshot.caseIds, point: snapshot.point, placeId: snapshot.unitId },
      whistleType: snapshot.whistleType,
    }),
  );
  const known = new Set<string>(snapshot.units.map(({ departmentId }) => departmentId));
  const free = data.filter(({ departmentId }) => !known.has(departmentId));
  const options = free.map((unit) => {
    const why = reasons(unit);
    return { value: unit.departmentId as string, label: why ? say(texts.row, { name: say(unit.name), why }) : say(unit.name) };
  });
  const none = { value: 'none', label: say(texts.none) };
  return (
    <Field {...shared}>
      {(control) => (
        <Select
          {...control}
          options={optional ? [none, ...options] : options}
          value={value ?? (optional ? 'none' : '')}
          onChange={(id) => onChange(id === 'none' ? null : id)}
          placeholder={say(texts.choose)}
        />
      )}
    </Field>
  );
}
