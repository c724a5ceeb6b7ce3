import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { unitLevelLabels } from '#shared/identity/identity.i18n.ts';
import { fourStepLadder, type Ladder, type LadderStep, threeHeadsLadder } from '#shared/territory/ladder.ts';
import { setLadderInput } from '#shared/territory/territory-schema.ts';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { Field, Segmented, TextInput } from '../../../ui/index.ts';
import { ConfirmDialog, readInput, UnsavedGuard, useFieldErrors } from '../../admin-parts/index.ts';
import { useUnitChange } from '../hooks/use-unit-change.ts';
import type { UnitPage } from '../territory-types.ts';

const texts = defineTexts({
  title: { zh: '{name}的四级称呼', en: 'Ladder of {name}' },
  kind: { zh: '用哪一种', en: 'Which kind' },
  four: { zh: '社区、网格员、小区组长、楼栋长', en: 'Four steps' },
  three: { zh: '片长、组长、邻长', en: 'Three heads' },
  step: { zh: '{level}由谁负责', en: 'Who holds a {level}' },
  most: { zh: '{title}一人最多管几户，空着就不限', en: 'Most households of one {title}; empty = no limit' },
  act: { zh: '用这些称呼', en: 'Use these titles' },
  unchanged: { zh: '没有改动', en: 'Nothing is changed' },
  done: { zh: '称呼改好了', en: 'Titles changed' },
});

/** The last rung looks after households directly, so it alone may have a limit. */
const limited = (step: LadderStep) => step.level === 'building';

/** A community's own ladder: one of the two kinds, every title in its own words. */
export function LadderDialog({ page, onClose }: { page: UnitPage; onClose: () => void }) {
  const say = useLabel();
  const trpc = useTRPC();
  const changed = useUnitChange();
  const { unit } = page;
  const [requestId] = useState(() => v7());
  const [steps, setSteps] = useState<Ladder>(page.ladder);
  const { errors, setErrors, takeFailure } = useFieldErrors();
  const dirty = JSON.stringify(steps) !== JSON.stringify(page.ladder);
  const onSuccess = () => {
    changed(say(texts.done));
    onClose();
  };
  const save = useMutation(trpc.territory.setLadder.mutationOptions({ onError: takeFailure, onSuccess }));
  const change = (at: number, part: Partial<LadderStep>) =>
    setSteps(steps.map((step, index) => (index === at ? { ...step, ...part } : step)));
  const send = () => {
    const read = readInput(setLadderInput, { requestId, unitId: unit.id, expectedVersion: unit.version, ladder: steps });
    setErrors(read.ok ? {} : read.errors);
    if (read.ok) save.mutate(read.input);
  };
  const kind = steps.some(({ level }) => level === 'community') ? 'four' : 'three';
  return (
    <ConfirmDialog
      title={say(texts.title, { name: unit.name })}
      act={say(texts.act)}
      busy={save.isPending}
      error={save.error}
      missing={dirty ? undefined : say(texts.unchanged)}
      onAct={send}
      onClose={onClose}
    >
      <Segmented
        label={say(texts.kind)}
        value={kind}
        segments={[
          { value: 'four', label: say(texts.four) },
          { value: 'three', label: say(texts.three) },
        ]}
        onChange={(next) => setSteps(next === 'four' ? fourStepLadder : threeHeadsLadder)}
      />
      {steps.map((step, index) => {
        const error = errors[`ladder.${index}.title.zh`];
        return (
          <Field key={step.level} label={say(texts.step, { level: say(unitLevelLabels[step.level]) })} error={error && say(error)}>
            {(control) => (
              <TextInput
                {...control}
                value={step.title.zh}
                onChange={(event) => change(index, { title: { ...step.title, zh: event.target.value } })}
              />
            )}
          </Field>
        );
      })}
      {steps.map(
        (step, index) =>
          limited(step) && (
            <Field key={`${step.level} limit`} label={say(texts.most, { title: step.title.zh })}>
              {(control) => (
                <TextInput
                  {...control}
                  inputMode="numeric"
                  value={step.maxHouseholds === null ? '' : String(step.maxHouseholds)}
                  onChange={(event) => {
                    const count = Number.parseInt(event.target.value, 10);
                    change(index, { maxHouseholds: Number.isNaN(count) ? null : count });
                  }}
                />
              )}
            </Field>
          ),
      )}
      <UnsavedGuard when={dirty && !save.isSuccess} />
    </ConfirmDialog>
  );
}
