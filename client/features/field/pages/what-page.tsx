import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { textLimits } from '#shared/cases/text-limits.ts';
import { defineTexts, useLabel, useSession, useTRPC } from '../../../platform/index.ts';
import { Button, ButtonLink, ErrorState, Field, Skeleton, TextArea } from '../../../ui/index.ts';
import { GridBadge } from '../../cases-parts/seal.tsx';
import { CategoryGrid, useReportForm } from '../../category-parts/index.ts';
import { PhotoPicker } from '../../files-parts/index.ts';
import { BehalfSheet } from '../components/behalf-sheet.tsx';
import { FieldStep } from '../components/field-shell.tsx';
import { SameMatterSheet } from '../components/same-matter-sheet.tsx';
import styles from '../field.module.css';
import { needsPin, SAME_WITHIN_M } from '../field-draft.ts';
import { useFieldDraft } from '../hooks/use-field-draft.tsx';
import { useSubmitReport } from '../hooks/use-submit-report.ts';
import { photoNeeded, sourceOf } from '../source-of.ts';

const texts = defineTexts({
  title: { zh: '是什么事？', en: 'What is it?' },
  more: { zh: '加一张', en: 'Another photo' },
  first: { zh: '拍一张', en: 'Take a photo' },
  note: { zh: '说明', en: 'Note' },
  optional: { zh: '可不填', en: 'optional' },
  behalf: { zh: '替居民说', en: 'For a resident' },
  behalfOf: { zh: '替{name}说', en: 'For {name}' },
  aResident: { zh: '一位居民', en: 'a resident' },
  accuracy: { zh: '精度 {n} 米', en: 'within {n} m' },
  noPlace: { zh: '还没有位置', en: 'No position yet' },
  place: { zh: '看位置', en: 'See the place' },
  submit: { zh: '提交', en: 'Submit' },
  confirmPlace: { zh: '下一步：确认位置', en: 'Next: confirm the place' },
  undo: { zh: '选错可在 8 秒内撤销，不用打字', en: 'You have 8 seconds to undo; no typing needed' },
  missingKind: { zh: '点一样最像的', en: 'Press the one that fits best' },
  missingPhoto: { zh: '先拍一张照片', en: 'Take a photo first' },
  loading: { zh: '正在打开', en: 'Opening' },
  failed: { zh: '类别没打开，照片还在', en: 'The kinds did not open; the photo is kept' },
  again: { zh: '再试一次', en: 'Try again' },
});

/** The kind of matter: one press, then sent. Everything else is optional. */
export function WhatPage() {
  const say = useLabel();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [, navigate] = useLocation();
  const { me } = useSession();
  const { draft, change } = useFieldDraft();
  const form = useReportForm();
  const { submit, mergeInto } = useSubmitReport();
  const [behalfOpen, setBehalfOpen] = useState(false);
  const [sameOpen, setSameOpen] = useState(false);
  const { point, category } = draft;
  const chosen = form.data?.categories.find(({ scheme, code }) => scheme === category?.scheme && code === category?.code);
  const answerer = useQuery(
    trpc.reporting.answerer.queryOptions({ unitId: null, point: point && { lng: point.lng, lat: point.lat } }, { enabled: point !== null }),
  );
  const nearby = useQuery(
    trpc.cases.nearby.queryOptions(
      { point: { lng: point?.lng ?? 0, lat: point?.lat ?? 0 }, categoryScheme: category?.scheme ?? '', categoryCode: category?.code ?? '' },
      { enabled: point !== null && category !== null, retry: false },
    ),
  );
  const same = (nearby.data ?? []).filter(({ distanceM }) => distanceM <= SAME_WITHIN_M);
  const mustPhoto = photoNeeded(sourceOf(me?.posts ?? [])) && draft.behalf === null && draft.photoIds.length === 0;
  const missing = mustPhoto ? say(texts.missingPhoto) : chosen ? undefined : say(texts.missingKind);
  const pin = needsPin(draft);

  const goOn = () => {
    if (pin) navigate('/new/where');
    else if (chosen) void submit(draft, chosen);
  };
  const merge = async (id: string) => {
    const open = await queryClient.fetchQuery(trpc.cases.byId.queryOptions({ caseId: id }));
    await mergeInto(draft, { id, version: open.snapshot.version, title: open.snapshot.title });
  };
  const { grid = null, community = null, place = null } = answerer.data ?? {};

  return (
    <FieldStep
      heading
      title={say(texts.title)}
      backTo="/new"
      acts={
        <>
          <Button
            variant="primary"
            size="large"
            icon={pin ? 'pin' : 'check'}
            missing={missing}
            onClick={() => (same.length > 0 ? setSameOpen(true) : goOn())}
          >
            {say(pin ? texts.confirmPlace : texts.submit)}
          </Button>
          {!missing && !pin && <span className={styles.lead}>{say(texts.undo)}</span>}
        </>
      }
    >
      <div className={styles.what}>
        <div className={styles.fields}>
          {draft.photoIds.length > 0 && (
            <PhotoPicker ids={draft.photoIds} onChange={(photoIds) => change({ photoIds })} most={draft.photoIds.length} />
          )}
          <ButtonLink icon="camera" href="/f/new">
            {say(draft.photoIds.length > 0 ? texts.more : texts.first)}
          </ButtonLink>
        </div>
        <div className={styles.kinds}>
          {form.isPending && <Skeleton label={say(texts.loading)} />}
          {form.error && (
            <ErrorState title={say(texts.failed)} action={<Button onClick={() => void form.refetch()}>{say(texts.again)}</Button>} />
          )}
          {form.data && (
            <CategoryGrid
              categories={form.data.categories}
              audience="field"
              chosen={category}
              onChoose={({ scheme, code }) => change({ category: { scheme, code } })}
            />
          )}
        </div>
        <div className={styles.fields}>
          <Button icon="people" aria-pressed={draft.behalf !== null} onClick={() => setBehalfOpen(true)}>
            {draft.behalf ? say(texts.behalfOf, { name: draft.behalf.name || say(texts.aResident) }) : say(texts.behalf)}
          </Button>
          <Field label={say(texts.note)} optionalWord={say(texts.optional)}>
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                maxLength={textLimits.text}
                value={draft.note}
                onChange={(event) => change({ note: event.target.value })}
              />
            )}
          </Field>
          <div>
            <b>{place ?? grid?.name ?? say(texts.noPlace)}</b>
            {point && point.accuracyM !== null && <p className={styles.lead}>{say(texts.accuracy, { n: Math.round(point.accuracyM) })}</p>}
            {grid && <GridBadge number={/\d{1,2}/.exec(grid.name)?.[0] ?? grid.name} community={community?.name} />}
          </div>
          <ButtonLink size="small" icon="map" href="/f/new/where">
            {say(texts.place)}
          </ButtonLink>
        </div>
      </div>
      <BehalfSheet
        key={String(behalfOpen)}
        value={draft.behalf}
        open={behalfOpen}
        onClose={() => setBehalfOpen(false)}
        onChange={(behalf) => change({ behalf })}
      />
      <SameMatterSheet found={same} open={sameOpen} onClose={() => setSameOpen(false)} onMerge={(id) => void merge(id)} onSeparate={goOn} />
    </FieldStep>
  );
}
