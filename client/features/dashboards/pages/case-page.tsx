import { useParams, useRouter } from '@tanstack/react-router';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Button } from '../../../ui/index.ts';
import { CasePanel, useCase, useCaseActions } from '../../cases/index.ts';
import styles from '../components/case-page.module.css';
import { SecretaryFrame } from '../components/secretary-frame.tsx';
import { useWatchedUnit } from '../hooks/use-watched-unit.ts';

const texts = defineTexts({ back: { zh: '回到刚才', en: 'Back' } });

/** `/s/c/:id`: one case, the second click from any number. */
export function CasePage() {
  const say = useLabel();
  const router = useRouter();
  const { unit, isPending } = useWatchedUnit();
  const { caseId }: { caseId?: string } = useParams({ strict: false });
  const query = useCase(caseId);
  const { choose, host } = useCaseActions(query.data);
  return (
    <SecretaryFrame place="cases" unit={unit} isPending={isPending}>
      <div className={styles.back}>
        <Button variant="quiet" size="small" icon="chevronLeft" onClick={() => router.history.back()}>
          {say(texts.back)}
        </Button>
      </div>
      <div className={styles.file}>
        <CasePanel query={query} onAct={choose} />
      </div>
      {host}
    </SecretaryFrame>
  );
}
