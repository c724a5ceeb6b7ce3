import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { currentNow, defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import type { ReportCategory } from '../../category-parts/index.ts';
import { photosFailureLabels, readPhoto, sendPhotos } from '../../files-parts/index.ts';
import type { ReportDraft } from '../draft.ts';

const texts = defineTexts({
  noCategory: { zh: '没有可报的类别，请打电话给社区', en: 'Nothing can be reported here yet; please call the community' },
});

/** Sends a report as far as it gets: photos first, then the words. What failed stays on the device under the same ids. */
export function useSendReport() {
  const say = useLabel();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const failureText = useFailureText(caseRefusalWords);
  const submit = useMutation(trpc.cases.submit.mutationOptions());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  /** True once the server has the report. */
  const send = async (draft: ReportDraft, categories: readonly ReportCategory[]): Promise<boolean> => {
    const category = categoryOf(draft, categories);
    if (!category) {
      setProblem(say(texts.noCategory));
      return false;
    }
    setBusy(true);
    setProblem(null);
    try {
      const photos = await sendPhotos(draft.photoIds.map((id) => ({ id, purpose: 'report' })));
      if (!photos.ok) {
        setProblem(say(photosFailureLabels[photos.reason]));
        return false;
      }
      const [firstPhoto] = draft.photoIds;
      const taken = firstPhoto === undefined ? null : await readPhoto(firstPhoto);
      const text = draft.text.trim();
      await submit.mutateAsync({
        caseId: draft.caseId,
        requestId: draft.requestId,
        kind: draft.wish ? 'wish' : category.defaultKind,
        categoryScheme: category.scheme,
        categoryCode: category.code,
        title: text === '' ? say(category.name) : '',
        text,
        point: draft.point,
        address: draft.address.trim() || (draft.unit?.name ?? ''),
        unitId: draft.unit?.id ?? null,
        photoIds: draft.photoIds,
        capturedAt: taken?.capturedAt ?? currentNow(),
        source: 'resident',
      });
      await queryClient.invalidateQueries({ queryKey: trpc.cases.pathKey() });
      return true;
    } catch (error) {
      setProblem(failureText(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, problem };
}

/** The chosen class; for words nobody put under one, the class for ideas, which the duty dispatcher corrects when registering. */
export function categoryOf(
  draft: Pick<ReportDraft, 'category' | 'wish'>,
  categories: readonly ReportCategory[],
): ReportCategory | undefined {
  const { category, wish } = draft;
  const chosen = category && categories.find(({ scheme, code }) => scheme === category.scheme && code === category.code);
  if (chosen && !wish) return chosen;
  return (
    (wish ? categories.find(({ defaultKind }) => defaultKind === 'wish') : undefined) ??
    categories.find(({ defaultKind }) => defaultKind === 'suggestion') ??
    categories[0]
  );
}
