import { whistleTypeLabels } from '#shared/dispatch/whistle.i18n.ts';
import { roleLabels } from '#shared/identity/identity.i18n.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Icon, NavLink } from '../../../ui/index.ts';
import { FlagPill } from '../../cases-parts/index.ts';
import { WhistlePill } from '../../dispatch-parts/index.ts';
import { useFrame } from '../hooks/use-frame.ts';
import { personName } from '../hooks/use-names.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import { HeadClock } from './head-clock.tsx';
import styles from './whistle.module.css';

const texts = defineTexts({
  number: { zh: '哨号', en: 'No.' },
  cases: { zh: '关联案件', en: 'Cases' },
  hidden: { zh: '另有 {n} 件不在您的管辖内', en: '{n} more outside your area' },
  area: { zh: '约 {n} m²', en: 'about {n} m²' },
  persons: { zh: '受益 {n} 人', en: '{n} people' },
  households: { zh: '{n} 户', en: '{n} households' },
  by: { zh: '吹哨人', en: 'Blown by' },
  draftedBy: { zh: '起草人', en: 'Drafted by' },
  approved: { zh: '批准人', en: 'Approved by' },
  street: { zh: '要街道批准才叫得到部门', en: 'Reaches departments once the street approves' },
  ended: { zh: '原因：{text}', en: 'Reason: {text}' },
  returned: { zh: '街道退回：{text}', en: 'Returned by the street: {text}' },
});

/** What the whistle is about, its state, and the clock: who holds it, until when and why. */
export function WhistleHead({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const { snapshot, cases, hiddenCases } = detail;
  const frame = useFrame();
  const blower = detail.people.find(({ userId }) => userId === (snapshot.blownById ?? snapshot.draftedById));
  const facts = [
    snapshot.areaM2 !== null && say(texts.area, { n: snapshot.areaM2 }),
    snapshot.persons !== null && say(texts.persons, { n: snapshot.persons }),
    snapshot.households.length > 0 && say(texts.households, { n: snapshot.households.length }),
  ].filter((each) => each !== false);
  return (
    <header className={styles.head}>
      <span className={styles.headMark}>
        <Icon name="whistle" size={28} />
      </span>
      <div className={styles.headWords}>
        <div className={styles.titleRow}>
          <h1>{snapshot.title}</h1>
          <WhistlePill state={snapshot.state} />
          {snapshot.units.some(({ supervision }) => supervision && supervision.closedAt === null) && <FlagPill flag="supervised" />}
          {snapshot.reworkCount > 0 && <FlagPill flag="rework" detail={snapshot.reworkCount} />}
        </div>
        <ul className={styles.factsRow}>
          <li>
            {say(texts.number)} <b>{snapshot.whistleNo}</b>
          </li>
          <li>{say(whistleTypeLabels[snapshot.whistleType])}</li>
          {(cases.length > 0 || hiddenCases > 0) && (
            <li>
              {say(texts.cases)}{' '}
              {cases.map((each) => (
                <NavLink key={each.id} href={`${frame}/c/${each.id}`} title={each.title}>
                  {each.caseNo ?? each.title}
                </NavLink>
              ))}
              {hiddenCases > 0 && <span> {say(texts.hidden, { n: hiddenCases })}</span>}
            </li>
          )}
          <li>{snapshot.address}</li>
          {facts.length > 0 && <li>{facts.join('　')}</li>}
          {blower && (
            <li>
              {say(snapshot.blownById === null ? texts.draftedBy : texts.by)} <b>{blower.name}</b>　{say(roleLabels[blower.role])}
            </li>
          )}
          {snapshot.approvedById !== null && snapshot.approvedById !== snapshot.blownById && (
            <li>
              {say(texts.approved)} <b>{personName(detail, snapshot.approvedById)}</b>
            </li>
          )}
        </ul>
        {snapshot.returnReason && snapshot.state === 'drafted' && (
          <p className={styles.careLine}>{say(texts.returned, { text: snapshot.returnReason })}</p>
        )}
        {snapshot.endReason && <p className={styles.careLine}>{say(texts.ended, { text: snapshot.endReason })}</p>}
      </div>
      <HeadClock detail={detail} />
    </header>
  );
}
