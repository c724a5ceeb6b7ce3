import { useQuery } from '@tanstack/react-query';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { photoAddress } from '../../files-parts/photo-address.ts';
import styles from '../door.module.css';
import { Decided } from './decided.tsx';

const texts = defineTexts({
  title: { zh: '社区吹哨，部门来办', en: 'Departments were called', plain: '社区叫了部门一起来办' },
});

/** The whistles over an own case; nothing while there are none. */
export function OwnWhistles({ caseId }: { caseId: string }) {
  const say = useLabel();
  const trpc = useTRPC();
  const { data = [] } = useQuery(trpc.dispatch.ofOwnCase.queryOptions({ caseId }));
  return data.map((whistle) => (
    <section key={whistle.id} className={styles.block} aria-label={say(texts.title)}>
      <h2 className={styles.title}>{say(texts.title)}</h2>
      <Decided
        whistle={whistle}
        pictures={whistle.pairs.map(({ beforeId, afterId, spot }) => ({
          before: photoAddress(beforeId, 'full'),
          after: photoAddress(afterId, 'full'),
          spot,
        }))}
      />
    </section>
  ));
}
