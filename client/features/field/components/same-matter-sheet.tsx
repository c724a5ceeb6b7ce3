import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import { defineTexts, formatDistance, useLabel, useLocale, useTimeWords } from '../../../platform/index.ts';
import { BottomSheet, Button } from '../../../ui/index.ts';
import { StatusPill } from '../../cases-parts/status-pill.tsx';
import styles from '../field.module.css';

export type NearbyCase = inferRouterOutputs<AppRouter>['cases']['nearby'][number];

const texts = defineTexts({
  title: { zh: '同一件事？', en: 'The same matter?' },
  close: { zh: '回去看看', en: 'Back' },
  why: {
    zh: '附近有同类没办完的。并入，您的照片和话就加到那件里。',
    en: 'There is an open one of this kind nearby. Merging adds your photo and words to it.',
  },
  merge: { zh: '并入这件', en: 'Merge into it' },
  separate: { zh: '不是一件，另报', en: 'It is another; report it' },
});

/** Before a second case of one matter is made: what is open close by, with distance and day. */
export function SameMatterSheet({
  found,
  open,
  onClose,
  onMerge,
  onSeparate,
}: {
  found: readonly NearbyCase[];
  open: boolean;
  onClose: () => void;
  onMerge: (id: string) => void;
  onSeparate: () => void;
}) {
  const say = useLabel();
  const { locale } = useLocale();
  const { moment } = useTimeWords();
  return (
    <BottomSheet
      open={open}
      onClose={onClose}
      title={say(texts.title)}
      closeLabel={say(texts.close)}
      actions={<Button onClick={onSeparate}>{say(texts.separate)}</Button>}
    >
      <p>{say(texts.why)}</p>
      {found.map((each) => (
        <div key={each.id} className={styles.same}>
          <b>{each.title}</b>
          <span className={styles.facts}>
            <StatusPill state={each.state} />
            {formatDistance(each.distanceM, locale)}
            <span>{moment(each.reportedAt)}</span>
            {each.address && <span>{each.address}</span>}
          </span>
          <Button variant="primary" icon="merge" onClick={() => onMerge(each.id)}>
            {say(texts.merge)}
          </Button>
        </div>
      ))}
    </BottomSheet>
  );
}
