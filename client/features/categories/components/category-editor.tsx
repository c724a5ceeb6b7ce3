import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseCategory } from '#shared/cases/cases-schema.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { Button } from '../../../ui/index.ts';
import { type FieldErrors, layout, UnsavedGuard, useDraft } from '../../admin-parts/index.ts';
import { categoryOf, type Entry } from '../category-types.ts';
import { CategoryForm } from './category-form.tsx';
import { PublishDialog } from './publish-dialog.tsx';

const texts = defineTexts({
  preview: { zh: '看看会改什么', en: 'See what changes' },
  drop: { zh: '放弃改动', en: 'Drop the changes' },
  unchanged: { zh: '没有改动', en: 'Nothing changed' },
});

/** Edits one class; nothing is kept before the preview is confirmed. */
export function CategoryEditor({
  districtId,
  before,
  start,
  parentCode,
  sort,
  departments,
  departmentName,
  onEnd,
}: {
  districtId: string;
  /** null = a new class, from `start` */
  before: Entry | null;
  start: CaseCategory;
  parentCode: string | null;
  sort: number;
  departments: readonly { value: string; label: string }[];
  departmentName: (id: string | null) => string;
  onEnd: (saved: CaseCategory | null) => void;
}) {
  const say = useLabel();
  const trpc = useTRPC();
  const { values, set, reset, dirty } = useDraft({ category: before ? categoryOf(before) : start });
  const [errors, setErrors] = useState<FieldErrors>({});
  const [previewing, setPreviewing] = useState(false);
  const { category } = values;
  const duties = useQuery(trpc.dispatch.duties.queryOptions({ districtId: districtId as UnitId }));
  const dutyOptions = (duties.data ?? []).map(({ code, name }) => ({ value: code, label: `${code} ${say(name)}` }));
  return (
    <>
      <CategoryForm
        category={category}
        departments={departments}
        duties={dutyOptions}
        errors={errors}
        isNew={before === null}
        onChange={(next) => {
          setErrors({});
          set('category', next);
        }}
      />
      <div className={layout.section}>
        <div className={layout.acts}>
          <Button variant="primary" missing={dirty ? undefined : say(texts.unchanged)} onClick={() => setPreviewing(true)}>
            {say(texts.preview)}
          </Button>
          <Button onClick={() => onEnd(null)}>{say(texts.drop)}</Button>
        </div>
      </div>
      {previewing && (
        <PublishDialog
          districtId={districtId}
          before={before}
          category={category}
          parentCode={parentCode}
          sort={sort}
          departmentName={departmentName}
          onErrors={setErrors}
          onClose={() => setPreviewing(false)}
          onDone={() => {
            reset({ category });
            onEnd(category);
          }}
        />
      )}
      <UnsavedGuard when={dirty} />
    </>
  );
}
