import { useState } from 'react';
import { limitWords } from '#shared/calendar/calendar.i18n.ts';
import { caseKindLabels, caseSourceLabels, urgencyLabels } from '#shared/cases/cases.i18n.ts';
import { caseActionLabels } from '#shared/cases/cases-history.i18n.ts';
import { caseKinds, urgencies } from '#shared/cases/cases-schema.ts';
import { defineTexts, phrased, useLabel, useLocale, useTimeWords } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Banner, Button, Icon, ScrollRegion, Select, useToast } from '../../../ui/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import { DueClock, GridBadge } from '../../cases-parts/index.ts';
import { ActionButtons, type DeskAction } from '../actions.tsx';
import type { CaseDetail } from '../case-types.ts';
import { suggestionKeys, suggestionsOf, UnitsField } from '../forms/units-field.tsx';
import { useKeys } from '../hooks/use-keys.ts';
import type { Triage } from '../hooks/use-triage.ts';
import fileStyles from './case-file.module.css';
import { gridOf } from './case-head.tsx';
import { CasePhotos } from './case-photos.tsx';
import { ContactCard } from './contact-card.tsx';
import { DueTrial } from './due-why.tsx';
import { type PlaceEdit, PlaceQuestion } from './place-question.tsx';
import { SameQuestion } from './same-question.tsx';
import styles from './triage.module.css';

const texts = defineTexts({
  panel: { zh: '受理', en: 'Accept' },
  head: { zh: '{when}　{source}', en: '{when}, {source}' },
  accuracy: { zh: '精度 {n} 米', en: 'accuracy {n} m' },
  who: { zh: '谁办？', en: 'Who does it?' },
  past: { zh: '按这一类一年来的派遣', en: 'by a year of dispatches of this class' },
  what: { zh: '是什么事', en: 'What it is' },
  category: { zh: '类别', en: 'Category' },
  kind: { zh: '诉求', en: 'Kind' },
  urgency: { zh: '缓急', en: 'Urgency' },
  due: { zh: '时限', en: 'Due' },
  registerDispatch: { zh: '立案并派出', en: 'Register and dispatch' },
  registerStreet: { zh: '立案，交街道派遣', en: 'Register; the street dispatches' },
  mergeDispatch: { zh: '并入，并派出', en: 'Merge and dispatch' },
  merge: { zh: '并入立案', en: 'Merge and register' },
  onlyRegister: { zh: '只立案', en: 'Only register' },
  undecided: { zh: '先答第 1 问：并入还是另立', en: 'Answer question 1 first: merge or another matter' },
  noPlace: { zh: '先定第 2 问的位置', en: 'Set the place in question 2 first' },
  registered: { zh: '已立案', en: 'Registered' },
  dispatched: { zh: '已立案并派出', en: 'Registered and dispatched' },
  halfDone: { zh: '已立案，但没派出去：{why}', en: 'Registered, but not dispatched: {why}' },
  street: {
    zh: '派部门归街道，社区立案后街道会看到',
    en: 'Departments are dispatched by the street, which sees the case after registration',
  },
  verifying: { zh: '网格员正在核实，答复以后再立案', en: 'The grid worker is verifying; register after the answer' },
});

/** The three questions about one report; the answers end in two commands. */
export function TriagePanel({
  detail,
  triage,
  edit,
  onEdit,
  onAct,
  onDone,
}: {
  detail: CaseDetail;
  triage: Triage;
  edit: PlaceEdit;
  onEdit: (edit: PlaceEdit) => void;
  onAct: (action: DeskAction) => void;
  onDone: () => void;
}) {
  const say = useLabel();
  const { moment } = useTimeWords();
  const toast = useToast();
  const failureText = useFailureText(caseRefusalWords);
  const [failure, setFailure] = useState<string | null>(null);
  const { snapshot, places, allowedActions } = detail;
  const { plan, change } = triage;
  const mayRegister = allowedActions.includes('register');
  const merging = plan.same !== null && plan.same !== 'other';
  const noPlace = snapshot.unitId === null && plan.moved === null;
  const missing = triage.undecided ? say(texts.undecided) : noPlace ? say(texts.noPlace) : null;
  const submit = async () => {
    if (!mayRegister || missing || triage.busy) return;
    setFailure(null);
    const outcome = await triage.run();
    if (outcome.ok) {
      toast.show({ text: say(outcome.dispatched ? texts.dispatched : texts.registered) });
      return onDone();
    }
    const why = failureText(outcome.error);
    if (!outcome.registered) return setFailure(why);
    toast.show({ text: say(texts.halfDone, { why }), seconds: 15 });
    onDone();
  };
  const mainLabel = merging
    ? say(triage.dispatches ? texts.mergeDispatch : texts.merge)
    : say(triage.dispatches ? texts.registerDispatch : triage.lead ? texts.registerStreet : texts.onlyRegister);
  const choose = (index: number) => {
    const unit = suggestionsOf(triage.units)[index];
    if (unit) change({ units: { leadUnitId: unit.departmentId, supportUnitIds: [] } });
  };
  useKeys({
    enter: () => void submit(),
    v: () => onAct('requestVerification'),
    d: () => onAct('decline'),
    ...Object.fromEntries(suggestionKeys.map((key, index) => [key.toLowerCase(), () => choose(index)])),
  });
  const grid = gridOf(places);
  const others = allowedActions.filter(
    (action) => action !== 'register' && action !== 'requestVerification' && (action !== 'decline' || !mayRegister),
  );
  return (
    <aside className={styles.panel} aria-label={say(texts.panel)}>
      <header className={styles.panelHead}>
        <div className={styles.headRow}>
          <span>{say(texts.head, { when: moment(snapshot.reportedAt), source: say(caseSourceLabels[snapshot.source]) })}</span>
          {grid && <GridBadge number={grid.number} community={grid.community} />}
        </div>
        <h2>{snapshot.title}</h2>
        <p>
          {[snapshot.address, snapshot.point?.accuracyM != null && say(texts.accuracy, { n: Math.round(snapshot.point.accuracyM) })]
            .filter(Boolean)
            .join('　')}
        </p>
        {detail.description && detail.description !== snapshot.title && <p className={fileStyles.words}>{detail.description}</p>}
        {detail.contact && <ContactCard key={snapshot.id} caseId={snapshot.id} contact={detail.contact} />}
      </header>
      <ScrollRegion className={styles.panelBody} aria-label={snapshot.title}>
        {failure && (
          <Banner tone="care" live>
            {failure}
          </Banner>
        )}
        {snapshot.state === 'verifying' && <Banner tone="info">{say(texts.verifying)}</Banner>}
        {triage.candidates.length === 0 && <CasePhotos photos={detail.photos} />}
        <SameQuestion
          detail={detail}
          candidates={triage.candidates}
          hasPoint={triage.point !== null}
          same={plan.same}
          onAnswer={(same) => change({ same })}
        />
        <PlaceQuestion
          detail={detail}
          moved={plan.moved}
          address={plan.address}
          edit={edit}
          onEdit={onEdit}
          onMove={(moved) => change({ moved, same: null })}
          onAddress={(address) => change({ address })}
        />
        <section className={styles.ask}>
          <h3>
            <Icon name="people" size={20} />
            <b>3</b> {say(texts.who)}
            <small>{say(texts.past)}</small>
          </h3>
          <UnitsField caseId={snapshot.id} value={plan.units} onChange={(units) => change({ units })} keys />
          {triage.lead && !triage.dispatches && <p className={fileStyles.quiet}>{say(texts.street)}</p>}
        </section>
        <KindFields triage={triage} />
      </ScrollRegion>
      <footer className={styles.acts}>
        <DueLine triage={triage} />
        <div className={styles.answers}>
          {mayRegister && (
            <Button variant="primary" keyHint="Enter" busy={triage.busy} {...(missing ? { missing } : {})} onClick={() => void submit()}>
              {mainLabel}
            </Button>
          )}
          {allowedActions.includes('requestVerification') && (
            <Button keyHint="V" onClick={() => onAct('requestVerification')}>
              {say(caseActionLabels.requestVerification)}
            </Button>
          )}
          {mayRegister && allowedActions.includes('decline') && (
            <Button variant="quiet" keyHint="D" onClick={() => onAct('decline')}>
              {say(caseActionLabels.decline)}
            </Button>
          )}
          <ActionButtons allowed={others} onChoose={onAct} shown={mayRegister ? 0 : 2} />
        </div>
      </footer>
    </aside>
  );
}

function KindFields({ triage }: { triage: Triage }) {
  const say = useLabel();
  const { plan, change, categories } = triage;
  const names = categories.map((entry) => ({
    value: `${entry.scheme}/${entry.code}`,
    label: entry.parentCode === null ? say(entry.name) : `　${say(entry.name)}`,
  }));
  return (
    <section className={styles.ask}>
      <h3>
        <Icon name="edit" size={20} />
        {say(texts.what)}
      </h3>
      <div className={styles.kinds}>
        <Select
          compact
          aria-label={say(texts.category)}
          value={plan.category}
          options={names.length > 0 ? names : [{ value: plan.category, label: plan.category }]}
          onChange={(category) => {
            const next = categories.find((entry) => `${entry.scheme}/${entry.code}` === category);
            change({ category, same: null, ...(next ? { urgency: next.defaultUrgency } : {}) });
          }}
        />
        <Select
          compact
          aria-label={say(texts.kind)}
          value={plan.kind}
          options={caseKinds.map((kind) => ({ value: kind, label: say(caseKindLabels[kind]) }))}
          onChange={(kind) => change({ kind })}
        />
        <Select
          compact
          aria-label={say(texts.urgency)}
          value={plan.urgency}
          options={urgencies.map((urgency) => ({ value: urgency, label: say(urgencyLabels[urgency]) }))}
          onChange={(urgency) => change({ urgency })}
        />
      </div>
    </section>
  );
}

function DueLine({ triage }: { triage: Triage }) {
  const say = useLabel();
  const { locale } = useLocale();
  const { full } = useTimeWords();
  const { due, limit, plan } = triage;
  if (!due || !limit) return null;
  return (
    <div className={styles.dueLine}>
      <span>{say(texts.due)}</span>
      <DueClock
        tone={due.due.provisional ? 'provisional' : 'green'}
        remaining={phrased([say(urgencyLabels[plan.urgency]), limitWords(limit, locale)], locale)}
        dueText={full(due.due.at)}
        usedShare={0}
      />
      <DueTrial explanation={due} up end />
    </div>
  );
}
