import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { BottomSheet, Button, ButtonLink, EmptyState, Skeleton } from '../../../ui/index.ts';
import { WhoHolds } from '../../cases-parts/who-holds.tsx';
import { useReportForm } from '../../category-parts/use-report-form.ts';
import { readPlace } from '../remembered-place.ts';
import styles from '../resident.module.css';

const texts = defineTexts({
  title: { zh: '打电话', en: 'Call' },
  close: { zh: '关上', en: 'Close' },
  which: { zh: '您在哪个社区？', en: 'Which community are you in?' },
  call: { zh: '打电话', en: 'Call' },
  desk: { zh: '社区值班', en: 'Community desk' },
  finding: { zh: '正在找电话', en: 'Looking up the number' },
  none: { zh: '这里还没有登记电话', en: 'No number is registered here yet' },
  noneWhy: { zh: '紧急情况请打 110、119、120。', en: 'In an emergency call 110, 119 or 120.' },
  other: { zh: '换一个社区', en: 'Another community' },
});

/** The person who answers for where I live, and the community's number: always the same place, one press from the call. */
export function CallSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useLabel();
  const trpc = useTRPC();
  const form = useReportForm();
  const [place] = useState(readPlace);
  const [communityId, setCommunityId] = useState<string | null>(null);
  const [asked, setAsked] = useState(place === null);
  const only = form.data?.communities.length === 1 ? (form.data.communities[0]?.id ?? null) : null;
  const unitId = asked ? (communityId ?? only) : (place?.unit?.id ?? null);
  const point = asked ? null : (place?.point ?? null);
  const known = unitId !== null || point !== null;
  const answerer = useQuery(
    trpc.reporting.answerer.queryOptions(
      { unitId, point: unitId === null && point ? { lng: point.lng, lat: point.lat } : null },
      { enabled: open && known },
    ),
  );
  const { worker = null, desk = null } = answerer.data ?? {};
  return (
    <BottomSheet open={open} onClose={onClose} title={say(known ? texts.title : texts.which)} closeLabel={say(texts.close)}>
      <div className={styles.callers}>
        {!known &&
          form.data?.communities.map(({ id, name }) => (
            <Button key={id} wide onClick={() => setCommunityId(id)}>
              {name}
            </Button>
          ))}
        {known && answerer.isPending && <Skeleton lines={2} rows label={say(texts.finding)} />}
        {worker && <WhoHolds name={worker.name} post={say(worker.title)} phone={worker.phone} callLabel={say(texts.call)} />}
        {desk && <WhoHolds name={desk.name} post={say(texts.desk)} phone={desk.phone} callLabel={say(texts.call)} />}
        {known && answerer.isSuccess && !worker && !desk && (
          <EmptyState icon="phone" title={say(texts.none)} action={<ButtonLink href="tel:110">110</ButtonLink>}>
            {say(texts.noneWhy)}
          </EmptyState>
        )}
        {known && only === null && (
          <Button
            variant="quiet"
            onClick={() => {
              setAsked(true);
              setCommunityId(null);
            }}
          >
            {say(texts.other)}
          </Button>
        )}
      </div>
    </BottomSheet>
  );
}
