import { calendarWords } from '#shared/calendar/calendar.i18n.ts';
import type { WhistleClockLimit } from '#shared/dispatch/limit-over.ts';
import { arrivalProofLabels, sideLabels, unitStatusLabels } from '#shared/dispatch/whistle.i18n.ts';
import type { WhistleClock } from '#shared/dispatch/whistle-clock.ts';
import type { SummonedUnit } from '#shared/dispatch/whistle-schema.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { defineTexts, phrased, useLabel, useLocale, useTimeWords } from '../../../platform/index.ts';
import { classNames, ShapeMark } from '../../../ui/index.ts';
import { Avatar } from '../../cases-parts/index.ts';
import { WhistleDue } from '../../dispatch-parts/index.ts';
import { useUnitName } from '../hooks/use-names.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import styles from './whistle.module.css';

const texts = defineTexts({
  title: { zh: '各方', en: 'Parties' },
  motto: { zh: '事不完，人不撤', en: 'Nobody leaves before the work is done' },
  answer: { zh: '应哨', en: 'Answer' },
  arrival: { zh: '到场', en: 'Arrival' },
  plan: { zh: '方案', en: 'Plan' },
  opinions: { zh: '意见', en: 'Opinions' },
  visit: { zh: '查看', en: 'Visit' },
  waiting: { zh: '还没有', en: 'not yet' },
  by: { zh: '{when} 前', en: 'before {when}' },
  eta: { zh: '说好 {when} 到', en: 'means to come {when}' },
  distance: { zh: '距 {n} 米', en: '{n} m away' },
  onTime: { zh: '按时', en: 'in time' },
  early: { zh: '早 {time}', en: '{time} early' },
  drafted: { zh: '第 {n} 稿，{when}', en: 'draft {n}, {when}' },
  submitted: { zh: '已交', en: 'drafted' },
  agreed: { zh: '同意第 {n} 稿', en: 'agrees to draft {n}' },
  disagreed: { zh: '不同意：{text}', en: 'disagrees: {text}' },
  against: { zh: '不同意', en: 'against' },
  yes: { zh: '已同意', en: 'agreed' },
  answerWaits: { zh: '等它答复', en: 'waits for its answer' },
  noPlan: { zh: '还没有方案', en: 'no plan yet' },
  objection: { zh: '异议：{text}', en: 'Objection: {text}' },
  basis: { zh: '依据：{text}', en: 'Basis: {text}' },
  community: { zh: '吹哨', en: 'Blower' },
  heard: { zh: '收齐 {n} 户', en: '{n} households heard' },
  enough: { zh: '够 {n} 户', en: 'enough ({n})' },
  short: { zh: '要 {n} 户', en: '{n} needed' },
  recorded: { zh: '{when} 已记', en: 'recorded {when}' },
  notRecorded: { zh: '还没有记录', en: 'not recorded yet' },
  planned: { zh: '{when} 已确认', en: 'confirmed {when}' },
  callDesk: { zh: '单位电话', en: 'Office' },
});

/** Each unit with its person, its own three lines and its own clocks; the community as the blower below. */
export function Parties({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const { snapshot } = detail;
  const wanted = [
    { id: snapshot.leadUnitId, side: 'lead' as const },
    ...snapshot.supportUnitIds.map((id) => ({ id, side: 'support' as const })),
  ];
  const unitName = useUnitName(detail);
  return (
    <section className={styles.parties} aria-labelledby="whistle-parties">
      <h2 id="whistle-parties">
        {say(texts.title)} <small>{say(texts.motto)}</small>
      </h2>
      {snapshot.units.length === 0
        ? wanted.map(({ id, side }) => (
            <div key={id} className={styles.party}>
              <PartyHead name={unitName(id)} side={say(sideLabels[side])} />
            </div>
          ))
        : snapshot.units.map((unit) => <Party key={unit.departmentId} unit={unit} detail={detail} />)}
      <CommunityParty detail={detail} />
    </section>
  );
}

function PartyHead({
  name,
  side,
  person,
  phone,
  status,
}: {
  name: string;
  side: string;
  person?: string;
  phone?: string;
  status?: string;
}) {
  return (
    <div className={styles.partyHead}>
      <Avatar name={name} />
      <div>
        <h3>{name}</h3>
        <p>
          {side}
          {person && `　${person}`}
          {phone && '　'}
          {phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>}
          {status && `　${status}`}
        </p>
      </div>
    </div>
  );
}

function Party({ unit, detail }: { unit: SummonedUnit; detail: WhistleDetail }) {
  const say = useLabel();
  const { moment } = useTimeWords();
  const { locale } = useLocale();
  const unitName = useUnitName(detail);
  const { snapshot, running } = detail;
  const gone = unit.status === 'released' || unit.status === 'excused';
  const runningOf = (limit: WhistleClockLimit) =>
    running.find(({ clock }) => clock.limit === limit && clock.departmentId === unit.departmentId);
  const untilOf = (due: { at: Instant } | null) => (due ? say(texts.by, { when: moment(due.at) }) : say(texts.waiting));
  const desk = detail.departments.find(({ id }) => id === unit.departmentId)?.phone;
  const { contact, arrival, planAnswer } = unit;
  const { plan } = snapshot;
  const answered = planAnswer && plan && planAnswer.draft === plan.draft ? planAnswer : null;
  return (
    <div className={classNames(styles.party, gone && styles.partyGone)}>
      <PartyHead
        name={unitName(unit.departmentId)}
        side={say(sideLabels[unit.side])}
        {...(contact ? { person: contact.person, phone: contact.phone } : desk ? { person: say(texts.callDesk), phone: desk } : {})}
        {...(gone || unit.status === 'left' || unit.status === 'objected' ? { status: say(unitStatusLabels[unit.status]) } : {})}
      />
      {unit.objection && unit.status === 'objected' && (
        <div className={styles.objection}>
          <p>{say(texts.objection, { text: unit.objection.reason })}</p>
          <p>{say(texts.basis, { text: unit.objection.legalBasis })}</p>
          {runningOf('ruling') && <Running running={runningOf('ruling')} detail={detail} />}
        </div>
      )}
      {!gone && (
        <dl className={styles.lines}>
          <Line
            head={say(texts.answer)}
            text={unit.acknowledgedAt === null ? untilOf(unit.ackDue) : moment(unit.acknowledgedAt)}
            end={
              unit.acknowledgedAt === null ? (
                <Running running={runningOf('acknowledge')} detail={detail} />
              ) : (
                <Kept at={unit.acknowledgedAt} due={unit.ackDue?.at ?? null} />
              )
            }
          />
          <Line
            head={say(texts.arrival)}
            text={
              arrival
                ? phrased(
                    [
                      moment(arrival.at),
                      arrival.distanceM === null
                        ? say(arrivalProofLabels[arrival.by])
                        : say(texts.distance, { n: Math.round(arrival.distanceM) }),
                    ],
                    locale,
                  )
                : contact
                  ? say(texts.eta, { when: moment(contact.eta) })
                  : untilOf(unit.reportInDue)
            }
            end={
              arrival ? (
                <Kept at={arrival.at} due={unit.reportInDue?.at ?? null} />
              ) : (
                <Running running={runningOf('reportIn')} detail={detail} />
              )
            }
          />
          {unit.side === 'lead' ? (
            <Line
              head={say(texts.plan)}
              text={plan ? say(texts.drafted, { n: plan.draft, when: moment(plan.at) }) : say(texts.noPlan)}
              end={plan ? <Good words={say(texts.submitted)} /> : <Running running={runningOf('plan')} detail={detail} />}
            />
          ) : (
            <Line
              head={say(texts.plan)}
              text={
                !plan
                  ? say(texts.noPlan)
                  : !answered
                    ? say(texts.answerWaits)
                    : answered.agreed
                      ? say(texts.agreed, { n: answered.draft })
                      : say(texts.disagreed, { text: answered.reason })
              }
              end={answered ? answered.agreed ? <Good words={say(texts.yes)} /> : <Care words={say(texts.against)} /> : null}
            />
          )}
        </dl>
      )}
    </div>
  );
}

function CommunityParty({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const { moment } = useTimeWords();
  const unitName = useUnitName(detail);
  const { snapshot, quorum } = detail;
  const heard = snapshot.households.length === 0 ? snapshot.opinions : snapshot.households.filter(({ opinions }) => opinions > 0).length;
  const blower = detail.people.find(({ userId }) => userId === (snapshot.blownById ?? snapshot.draftedById));
  const { visit, planApprovedAt } = snapshot;
  return (
    <div className={styles.party}>
      <PartyHead name={unitName(null)} side={say(texts.community)} {...(blower ? { person: blower.name } : {})} />
      <dl className={styles.lines}>
        <Line
          head={say(texts.visit)}
          text={visit ? say(texts.recorded, { when: moment(visit.at) }) : say(texts.notRecorded)}
          end={visit ? <Good words="" /> : null}
        />
        <Line
          head={say(texts.opinions)}
          text={say(texts.heard, { n: heard })}
          end={heard >= quorum ? <Good words={say(texts.enough, { n: quorum })} /> : <Care words={say(texts.short, { n: quorum })} />}
        />
        <Line
          head={say(texts.plan)}
          text={planApprovedAt === null ? say(texts.waiting) : say(texts.planned, { when: moment(planApprovedAt) })}
          end={planApprovedAt === null ? null : <Good words="" />}
        />
      </dl>
    </div>
  );
}

function Line({ head, text, end }: { head: string; text: string; end: React.ReactNode }) {
  return (
    <div>
      <dt>{head}</dt>
      <dd>
        <span>{text}</span>
        {end}
      </dd>
    </div>
  );
}

function Good({ words }: { words: string }) {
  return (
    <span className={styles.good}>
      <ShapeMark shape="tick" /> {words}
    </span>
  );
}

function Care({ words }: { words: string }) {
  return (
    <span className={styles.care}>
      <ShapeMark shape="diamondAlert" /> {words}
    </span>
  );
}

/** Whether it was in time, and by how much. */
function Kept({ at, due }: { at: Instant; due: Instant | null }) {
  const say = useLabel();
  const { duration } = useTimeWords();
  if (due === null) return <Good words={say(texts.onTime)} />;
  if (at > due)
    return (
      <span className={styles.lateMark}>
        <ShapeMark shape="notchedAlert" /> {say(calendarWords.late, { time: duration(at - due) })}
      </span>
    );
  return <Good words={say(texts.early, { time: duration(due - at) })} />;
}

function Running({
  running,
  detail,
}: {
  running: { clock: WhistleClock; remaining: WhistleDetail['remaining'] } | undefined;
  detail: WhistleDetail;
}) {
  if (!running) return null;
  return (
    <WhistleDue
      clock={running.clock}
      remaining={running.remaining}
      dueShown={false}
      emergency={detail.snapshot.whistleType === 'emergency'}
    />
  );
}
