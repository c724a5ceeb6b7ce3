import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import type { UnitLevel } from '#shared/identity/identity-schema.ts';
import { unitKindLabels, unitLevelLabels } from '#shared/territory/territory.i18n.ts';
import { buildingKinds, createUnitInput, estateKinds, type UnitKind } from '#shared/territory/territory-schema.ts';
import { currentNow, defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Banner, Button, Field, Select, TextInput } from '../../../ui/index.ts';
import { adminRefusalWords, layout, readInput, UnsavedGuard, useDraft, useFieldErrors } from '../../admin-parts/index.ts';
import type { DrawingState } from '../hooks/use-drawing.ts';
import { useUnitChange } from '../hooks/use-unit-change.ts';
import type { Finding, UnitPage } from '../territory-types.ts';
import { DrawingTools } from './drawing-tools.tsx';
import { OverrideReason, readReason } from './override-reason.tsx';

const texts = defineTexts({
  title: { zh: '在{name}下面新建', en: 'Create below {name}' },
  level: { zh: '级别', en: 'Level' },
  kind: { zh: '类型', en: 'Kind' },
  name: { zh: '名称', en: 'Name' },
  code: { zh: '编码', en: 'Code' },
  codeHint: {
    zh: '数字、字母和短横线；网格编码以社区编码开头',
    en: 'Digits, letters, hyphens; a grid code begins with its community code',
  },
  boundary: { zh: '边界', en: 'Boundary' },
  later: {
    zh: '边界可以以后再画；没有边界的辖区收不到按位置上报的事。',
    en: 'The boundary may be drawn later; without it, reports by place do not reach the unit.',
  },
  act: { zh: '新建{level}', en: 'Create the {level}' },
  drop: { zh: '放弃', en: 'Drop it' },
  tooFew: { zh: '边界至少三个角，或一个也不画', en: 'A boundary has three corners, or none at all' },
  crossed: { zh: '边界自己相交', en: 'The line crosses itself' },
  checking: { zh: '等检查完', en: 'Wait for the check' },
  blocked: { zh: '先改好标出的地方，或写明理由', en: 'Change what is marked, or give a reason' },
  done: { zh: '{name}已新建', en: '{name} is created' },
});

/** A new unit below another one, with its boundary when one is drawn. */
export function UnitCreator({
  parent,
  unitId,
  levels,
  level,
  state,
  chosen,
  onLevel,
  onFinding,
  onEnd,
}: {
  parent: UnitPage['unit'];
  unitId: string;
  levels: readonly UnitLevel[];
  level: UnitLevel;
  state: DrawingState;
  chosen: Finding | null;
  onLevel: (level: UnitLevel) => void;
  onFinding: (finding: Finding) => void;
  onEnd: (created: string | null) => void;
}) {
  const say = useLabel();
  const words = useFailureText(adminRefusalWords);
  const trpc = useTRPC();
  const changed = useUnitChange();
  const [requestId] = useState(() => v7());
  const { values, set, dirty } = useDraft<{ name: string; code: string; kind: UnitKind | null }>({ name: '', code: '', kind: null });
  const [reason, setReason] = useState('');
  const { errors, setErrors, takeFailure } = useFieldErrors();
  const onSuccess = () => {
    changed(say(texts.done, { name: values.name.trim() }));
    onEnd(unitId);
  };
  const create = useMutation(trpc.territory.createUnit.mutationOptions({ onError: takeFailure, onSuccess }));
  const kinds: readonly UnitKind[] = level === 'estate' ? estateKinds : level === 'building' ? buildingKinds : [];
  const { geometry, blocked, corners } = state;
  const overrideReason = blocked ? readReason(reason) : null;
  const missing = state.crossed
    ? texts.crossed
    : !geometry
      ? corners.length > 0
        ? texts.tooFew
        : null
      : state.checking
        ? texts.checking
        : blocked && overrideReason === null
          ? texts.blocked
          : null;
  const send = () => {
    const kind = kinds.includes(values.kind ?? 'block') ? values.kind : (kinds[0] ?? null);
    const input = { requestId, unitId, level, ...values, kind, parentId: parent.id, geometry, validFrom: currentNow() };
    const read = readInput(createUnitInput, input);
    setErrors(read.ok ? {} : read.errors);
    if (read.ok) create.mutate({ ...read.input, overrideReason });
  };
  const errorOf = (field: string) => errors[field] && say(errors[field]);
  return (
    <div className={layout.form}>
      <h2>{say(texts.title, { name: parent.name })}</h2>
      <div className={layout.pair}>
        <Field label={say(texts.level)}>
          {(control) => (
            <Select<UnitLevel>
              {...control}
              options={levels.map((value) => ({ value, label: say(unitLevelLabels[value]) }))}
              value={level}
              onChange={onLevel}
            />
          )}
        </Field>
        {kinds.length > 0 && (
          <Field label={say(texts.kind)} error={errorOf('kind')}>
            {(control) => (
              <Select<UnitKind>
                {...control}
                options={kinds.map((value) => ({ value, label: say(unitKindLabels[value]) }))}
                value={values.kind && kinds.includes(values.kind) ? values.kind : (kinds[0] ?? '')}
                onChange={(value) => set('kind', value)}
              />
            )}
          </Field>
        )}
      </div>
      <Field label={say(texts.name)} error={errorOf('name')}>
        {(control) => <TextInput {...control} value={values.name} onChange={(event) => set('name', event.target.value)} />}
      </Field>
      <Field label={say(texts.code)} hint={say(texts.codeHint)} error={errorOf('code')}>
        {(control) => (
          <TextInput
            {...control}
            value={values.code}
            placeholder={parent.code ?? ''}
            spellCheck={false}
            onChange={(event) => set('code', event.target.value)}
          />
        )}
      </Field>
      <h3>{say(texts.boundary)}</h3>
      <DrawingTools state={state} chosen={chosen} onFinding={onFinding} />
      {!geometry && <p className={layout.note}>{say(texts.later)}</p>}
      {blocked && !state.checking && <OverrideReason value={reason} onChange={setReason} />}
      {create.error && (
        <Banner tone="care" live>
          {words(create.error)}
        </Banner>
      )}
      <div className={layout.acts}>
        <Button variant="primary" busy={create.isPending} missing={missing ? say(missing) : undefined} onClick={send}>
          {say(texts.act, { level: say(unitLevelLabels[level]) })}
        </Button>
        <Button onClick={() => onEnd(null)}>{say(texts.drop)}</Button>
      </div>
      <UnsavedGuard when={(dirty || state.dirty) && !create.isSuccess} />
    </div>
  );
}
