import { useQuery } from '@tanstack/react-query';
import { whistleActionLabels, whistleTypeLabels } from '#shared/dispatch/whistle.i18n.ts';
import type { WhistleId } from '#shared/kernel/ids.ts';
import { ACT_PARAMETER } from '#shared/notifications/notice-path.ts';
import { defineTexts, readFailure, useLabel, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Button, ButtonLink, ErrorState, IconButton, NavLink, NoPermission, ScrollRegion, Skeleton } from '../../../ui/index.ts';
import { OwnDue, UnitChip, WhistleDue, WhistlePill, whistleRefusalWords } from '../../dispatch-parts/index.ts';
import type { WhistleLine } from '../whistle-types.ts';
import styles from './whistle-panel.module.css';

const texts = defineTexts({
  panel: { zh: '吹哨', en: 'Whistle' },
  open: { zh: '打开这个哨', en: 'Open the whistle' },
  close: { zh: '收起', en: 'Close' },
  loading: { zh: '正在取这个哨', en: 'Fetching the whistle' },
  failed: { zh: '没取到这个哨', en: 'The whistle did not come' },
  unseen: { zh: '看不到这个哨', en: 'You cannot see this whistle' },
  unseenWhy: { zh: '可能已撤，也可能不再叫你单位。', en: 'It may be withdrawn, or your unit is not called any more.' },
  again: { zh: '再取一次', en: 'Fetch again' },
  own: { zh: '你单位要做的', en: 'What your unit owes' },
  clock: { zh: '时限', en: 'Limit' },
  reason: { zh: '为什么吹哨', en: 'Why it was blown' },
  units: { zh: '叫了哪些单位', en: 'Units called' },
  tasks: { zh: '方案', en: 'Plan' },
  task: { zh: '{what}（{from} 至 {to}）', en: '{what} ({from} to {to})' },
  done: { zh: '已做完', en: 'done' },
  place: { zh: '地点', en: 'Place' },
  blown: { zh: '吹哨时间', en: 'Blown' },
  cases: { zh: '关联案件', en: 'Cases' },
});

type Props = { id: string; line: WhistleLine | null; onAnswer: (line: WhistleLine) => void; onClose: () => void };

/** A whistle beside the inbox: what it is about, who is called, what the own unit owes until when, and the way to each of its steps. */
export function WhistlePanel({ id, line, onAnswer, onClose }: Props) {
  const say = useLabel();
  const trpc = useTRPC();
  const failureText = useFailureText(whistleRefusalWords);
  const { moment } = useTimeWords();
  const query = useQuery(trpc.dispatch.byId.queryOptions({ whistleId: id as WhistleId }));
  const { data } = query;
  if (!data) {
    return (
      <aside className={styles.panel} aria-label={say(texts.panel)}>
        <Missing query={query} failureText={failureText} onClose={onClose} />
      </aside>
    );
  }
  const { snapshot, departments, cases, clock, remaining } = data;
  const nameOf = (unit: string | null) => departments.find((each) => each.id === unit)?.name;
  return (
    <aside className={styles.panel} aria-label={say(texts.panel)}>
      <div className={styles.head}>
        <div className={styles.row}>
          <span className={styles.number}>{snapshot.whistleNo}</span>
          <WhistlePill state={snapshot.state} />
          <span className={styles.end}>
            <ButtonLink variant="quiet" size="small" icon="document" href={`/d/w/${id}`}>
              {say(texts.open)}
            </ButtonLink>
            <IconButton icon="close" size="small" label={say(texts.close)} onClick={onClose} />
          </span>
        </div>
        <h2>{snapshot.title}</h2>
        <p className={styles.quiet}>{say(whistleTypeLabels[snapshot.whistleType])}</p>
      </div>
      <ScrollRegion className={styles.body} aria-label={snapshot.title}>
        {line && line.own.length > 0 ? (
          <section className={styles.section}>
            <h3>{say(texts.own)}</h3>
            {line.own.map((duty) => (
              <OwnDue key={duty.departmentId} duty={duty} named />
            ))}
          </section>
        ) : (
          <section className={styles.section}>
            <h3>{say(texts.clock)}</h3>
            <WhistleDue clock={clock} remaining={remaining} named emergency={snapshot.whistleType === 'emergency'} />
          </section>
        )}
        <section className={styles.section}>
          <h3>{say(texts.reason)}</h3>
          <p className={styles.words}>{snapshot.reason}</p>
        </section>
        <dl className={styles.facts}>
          <div>
            <dt>{say(texts.place)}</dt>
            <dd>{snapshot.address || '—'}</dd>
          </div>
          {snapshot.blownAt !== null && (
            <div>
              <dt>{say(texts.blown)}</dt>
              <dd>{moment(snapshot.blownAt)}</dd>
            </div>
          )}
          {cases.length > 0 && (
            <div>
              <dt>{say(texts.cases)}</dt>
              <dd>
                {cases.map((each) => (
                  <NavLink key={each.id} href={`/d/c/${each.id}`} title={each.title}>
                    {each.caseNo ?? each.title}
                  </NavLink>
                ))}
              </dd>
            </div>
          )}
        </dl>
        {line && (
          <section className={styles.section}>
            <h3>{say(texts.units)}</h3>
            <span className={styles.units}>
              {line.units.map((unit) => (
                <UnitChip key={unit.departmentId} unit={unit} />
              ))}
            </span>
          </section>
        )}
        {snapshot.plan && (
          <section className={styles.section}>
            <h3>{say(texts.tasks)}</h3>
            <ol className={styles.tasks}>
              {snapshot.plan.tasks.map(({ id: task, what, departmentId, from, to }) => {
                const name = nameOf(departmentId);
                return (
                  <li key={task}>
                    {say(texts.task, { what, from, to })}
                    {name && <small>{say(name)}</small>}
                    {snapshot.results[task]?.done && <small>{say(texts.done)}</small>}
                  </li>
                );
              })}
            </ol>
          </section>
        )}
      </ScrollRegion>
      {line && <Steps line={line} onAnswer={onAnswer} />}
    </aside>
  );
}

/** What may be done next: the answer here, every other step on the whistle's page with its form open. */
function Steps({ line, onAnswer }: Pick<Props, 'onAnswer'> & { line: WhistleLine }) {
  const say = useLabel();
  const owed = [...new Set(line.own.map(({ action }) => action))].filter((action) => line.allowedActions.includes(action));
  const object = line.allowedActions.includes('object') ? (['object'] as const) : [];
  const steps = [...owed, ...object];
  if (steps.length === 0) return null;
  return (
    <div className={styles.acts}>
      {steps.map((action, index) =>
        action === 'acknowledge' ? (
          <Button key={action} variant="primary" onClick={() => onAnswer(line)}>
            {say(whistleActionLabels[action])}
          </Button>
        ) : (
          <ButtonLink
            key={action}
            href={`/d/w/${line.id}?${ACT_PARAMETER}=${action}`}
            {...(index === 0 ? { variant: 'primary' as const } : {})}
          >
            {say(whistleActionLabels[action])}
          </ButtonLink>
        ),
      )}
    </div>
  );
}

type MissingProps = {
  query: { isPending: boolean; error: unknown; refetch: () => unknown };
  failureText: (error: unknown) => string;
  onClose: () => void;
};

function Missing({ query, failureText, onClose }: MissingProps) {
  const say = useLabel();
  const refused = !query.isPending && readFailure(query.error).kind === 'refused';
  return (
    <>
      <div className={styles.row}>
        <span className={styles.end}>
          <IconButton icon="close" size="small" label={say(texts.close)} onClick={onClose} />
        </span>
      </div>
      {query.isPending ? (
        <Skeleton lines={6} label={say(texts.loading)} />
      ) : refused ? (
        <NoPermission title={say(texts.unseen)}>{say(texts.unseenWhy)}</NoPermission>
      ) : (
        <ErrorState title={say(texts.failed)} action={<Button onClick={() => void query.refetch()}>{say(texts.again)}</Button>}>
          {failureText(query.error)}
        </ErrorState>
      )}
    </>
  );
}
