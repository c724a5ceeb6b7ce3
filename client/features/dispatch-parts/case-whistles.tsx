import { useQuery } from '@tanstack/react-query';
import { defineTexts, useLabel, useTRPC } from '../../platform/index.ts';
import { ButtonLink, Icon, NavLink } from '../../ui/index.ts';
import styles from './case-whistles.module.css';
import { HolderCell } from './holder-cell.tsx';
import { WhistleDue } from './whistle-due.tsx';
import { WhistlePill } from './whistle-pill.tsx';

const texts = defineTexts({
  title: { zh: '哨', en: 'Whistles' },
  none: { zh: '还没有为这件案子吹过哨', en: 'No whistle has been blown over this case' },
  blow: { zh: '为这件案子吹哨', en: 'Blow over this case' },
});

/** The whistles blown over a case, and where the secretary blows one. Nothing at all where there is neither. */
export function CaseWhistles({ caseId, frame, className }: { caseId: string; frame: '/d' | '/s'; className?: string | undefined }) {
  const say = useLabel();
  const trpc = useTRPC();
  const { data = [] } = useQuery(trpc.dispatch.ofCase.queryOptions({ caseId }, { retry: false }));
  if (data.length === 0 && frame === '/d') return null;
  return (
    <section className={className}>
      <h2>{say(texts.title)}</h2>
      {data.length === 0 && <p className={styles.quiet}>{say(texts.none)}</p>}
      <ul className={styles.list}>
        {data.map((whistle) => (
          <li key={whistle.id}>
            <Icon name="whistle" size={20} />
            <NavLink href={`${frame}/w/${whistle.id}`}>
              {whistle.whistleNo} {whistle.title}
            </NavLink>
            <WhistlePill state={whistle.state} bare />
            <HolderCell line={whistle} />
            <WhistleDue clock={whistle.clock} reason={whistle.reason} emergency={whistle.whistleType === 'emergency'} />
          </li>
        ))}
      </ul>
      {frame === '/s' && (
        <div>
          <ButtonLink size="small" icon="whistle" href={`/s/w/new?cases=${caseId}`}>
            {say(texts.blow)}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}
