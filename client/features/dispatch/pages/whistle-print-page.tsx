import { lightLabels } from '#shared/clocks/clocks.i18n.ts';
import { lightOf } from '#shared/clocks/light.ts';
import {
  arrivalProofLabels,
  positionVerdictLabels,
  sideLabels,
  unitStatusLabels,
  whistleEventLabels,
  whistleStateLabels,
  whistleTypeLabels,
} from '#shared/dispatch/whistle.i18n.ts';
import { activeUnits } from '#shared/dispatch/whistle-requirements.ts';
import {
  currentNow,
  defineTexts,
  listed,
  OnPaper,
  phrased,
  useJoined,
  useLabel,
  useLocale,
  useTimeWords,
  withAside,
} from '../../../platform/index.ts';
import { Button, ButtonLink, ScrollRegion } from '../../../ui/index.ts';
import styles from '../components/papers.module.css';
import { PlanTable } from '../components/plan-table.tsx';
import { Facts, Part } from '../components/record-parts.tsx';
import { RecordPictures } from '../components/record-pictures.tsx';
import { RecordResidents } from '../components/record-residents.tsx';
import { WhistleGate } from '../components/whistle-gate.tsx';
import { whistleEventNote } from '../event-note.ts';
import { useFrame } from '../hooks/use-frame.ts';
import { personName, useUnitName } from '../hooks/use-names.ts';
import { useRunningNow } from '../hooks/use-running-now.ts';
import { useReminders, useWhistleNoteWords } from '../hooks/use-whistle-thread.ts';
import { isNamedIn } from '../is-named-in.ts';
import { markLabels } from '../mark-labels.ts';
import type { WhistleDetail } from '../whistle-types.ts';

const texts = defineTexts({
  title: { zh: '吹哨报到记录单', en: 'Record of a whistle' },
  print: { zh: '打印', en: 'Print' },
  back: { zh: '回到这个哨', en: 'Back to the whistle' },
  basics: { zh: '基本情况', en: 'The matter' },
  running: { zh: '吹哨报到记录单 {no}', en: 'Record of whistle {no}' },
  number: { zh: '哨号', en: 'No.' },
  state: { zh: '状态', en: 'State' },
  type: { zh: '类型', en: 'Type' },
  now: { zh: '现在由谁办', en: 'Who has it now' },
  step: { zh: '{who}：{step}', en: '{who}: {step}' },
  dueOn: { zh: '{when} 前（{light}）', en: 'by {when} ({light})' },
  review: { zh: '挂账，{when} 复查（{light}）', en: 'held, review {when} ({light})' },
  matter: { zh: '事由', en: 'Title' },
  blownAt: { zh: '吹哨时间', en: 'Blown at' },
  benefit: { zh: '面积和受益', en: 'Size' },
  size: { zh: '{area} m²，受益 {persons} 人，{doors} 户', en: '{area} m², {persons} people, {doors} households' },
  reason: { zh: '为什么吹哨', en: 'Why' },
  place: { zh: '地点', en: 'Place' },
  blower: { zh: '吹哨人', en: 'Blown by' },
  approver: { zh: '批准人', en: 'Approved by' },
  cases: { zh: '关联案件', en: 'Cases' },
  units: { zh: '各单位应哨和到场', en: 'Answers and arrivals' },
  unit: { zh: '单位', en: 'Unit' },
  answered: { zh: '应哨', en: 'Answered' },
  came: { zh: '到场', en: 'Arrived' },
  how: { zh: '怎么认定', en: 'Established' },
  until: { zh: '{when}（限 {due}）', en: '{when} (until {due})' },
  distance: { zh: '距现场 {n} 米', en: '{n} m away' },
  visit: { zh: '联合查看', en: 'Joint visit' },
  present: { zh: '到场人员', en: 'Present' },
  minutes: { zh: '纪要', en: 'Minutes' },
  byCommunity: { zh: '社区评单位', en: 'By the community' },
  byUnit: { zh: '单位评哨', en: 'By the unit' },
  when: { zh: '时间', en: 'When' },
  what: { zh: '事项', en: 'What' },
  who: { zh: '经手', en: 'By' },
  note: { zh: '内容', en: 'Details' },
  ratings: { zh: '互评', en: 'Ratings' },
  history: { zh: '经过', en: 'History' },
  community: { zh: '社区（章）', en: 'Community' },
  lead: { zh: '主办单位（章）', en: 'Lead unit' },
  street: { zh: '街道（章）', en: 'Street' },
  signed: { zh: '签字、日期', en: 'Signature, date' },
  printed: { zh: '打印于 {when}。不含居民姓名和电话。', en: 'Printed {when}. Without names or phones of residents.' },
});

/** The A4 file of a whistle: who was called, who came, what was seen, planned and done, with photos, ratings and signatures. */
export function WhistlePrintPage() {
  return (
    <OnPaper>
      <WhistleGate>{(detail) => <Record detail={detail} />}</WhistleGate>
    </OnPaper>
  );
}

function Record({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const frame = useFrame();
  const { dated } = useTimeWords();
  const { snapshot } = detail;
  return (
    <article className={styles.sheet}>
      {/* the head of every printed page: the words are ours and the number is made of letters and digits */}
      <style>{`@page { @top-left { content: "${say(texts.running, { no: snapshot.whistleNo })}"; } }`}</style>
      <div className={styles.bar}>
        <ButtonLink variant="quiet" icon="chevronLeft" href={`${frame}/w/${snapshot.id}`}>
          {say(texts.back)}
        </ButtonLink>
        <Button variant="primary" icon="print" onClick={() => window.print()}>
          {say(texts.print)}
        </Button>
      </div>
      <h1>{say(texts.title)}</h1>
      <Basics detail={detail} />
      <Arrivals detail={detail} />
      <Visit detail={detail} />
      <RecordResidents detail={detail} />
      <PlanTable detail={detail} />
      <RatingRows detail={detail} />
      <History detail={detail} />
      <RecordPictures detail={detail} />
      <div className={styles.signs}>
        {[texts.community, texts.lead, texts.street].map((side) => (
          <div key={side.zh}>
            <b>{say(side)}</b>
            <span>{say(texts.signed)}</span>
          </div>
        ))}
      </div>
      <p className={styles.printed}>{say(texts.printed, { when: dated(currentNow()) })}</p>
    </article>
  );
}

/** Who has it, for which step, until when and by which light. */
function useNowWords(detail: WhistleDetail): string {
  const say = useLabel();
  const { phrased } = useJoined();
  const { dated } = useTimeWords();
  const running = useRunningNow(detail);
  const { due, soonAt, held } = detail.clock;
  if (running === null) return say(lightLabels.grey);
  const { who, step, why } = running;
  const light = lightOf({ due: due?.at ?? null, soonAt, now: currentNow() });
  if (held) return phrased(who, due && say(texts.review, { when: dated(due.at), light: say(lightLabels[light]) }), why);
  return phrased(say(texts.step, { who, step }), due && say(texts.dueOn, { when: dated(due.at), light: say(lightLabels[light]) }), why);
}

function Basics({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const { dated } = useTimeWords();
  const { snapshot, cases, places } = detail;
  const { areaM2, persons, households } = snapshot;
  const { grouped } = useJoined();
  const now = useNowWords(detail);
  const where = places.filter(({ level, name }) => level !== 'district' && !isNamedIn(snapshot.address, name)).map(({ name }) => name);
  return (
    <Part title={texts.basics}>
      <Facts
        rows={[
          [texts.number, `${snapshot.whistleNo}　${say(whistleTypeLabels[snapshot.whistleType])}`],
          [texts.state, say(whistleStateLabels[snapshot.state])],
          [texts.now, now],
          [texts.matter, snapshot.title],
          [texts.reason, snapshot.reason],
          [texts.place, [...where, snapshot.address].join(' ')],
          [texts.benefit, say(texts.size, { area: areaM2 ?? '—', persons: persons ?? '—', doors: households.length })],
          [texts.cases, grouped(...cases.map(({ caseNo, title }) => `${caseNo ?? ''} ${title}`))],
          [texts.blower, personName(detail, snapshot.blownById)],
          [texts.blownAt, snapshot.blownAt === null ? '' : dated(snapshot.blownAt)],
          [texts.approver, personName(detail, snapshot.approvedById)],
        ]}
      />
    </Part>
  );
}

function Visit({ detail }: { detail: WhistleDetail }) {
  const { locale } = useLocale();
  const { full, clock } = useTimeWords();
  const unitName = useUnitName(detail);
  const { visit } = detail.snapshot;
  if (!visit) return null;
  return (
    <Part title={texts.visit}>
      <Facts
        rows={[
          [texts.when, `${full(visit.from)}–${clock(visit.to)}`],
          [
            texts.present,
            listed(
              visit.attendance.map(({ departmentId, name }) => withAside(name, unitName(departmentId), locale)),
              locale,
            ),
          ],
          [texts.minutes, visit.minutes],
        ]}
      />
    </Part>
  );
}

function History({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const { full } = useTimeWords();
  const words = useWhistleNoteWords(detail);
  const told = detail.timeline.map(({ event, by, moves }) => ({
    key: String(event.meta.seq),
    at: event.meta.at,
    title: say(whistleEventLabels[event.type]),
    who: by.name,
    note: whistleEventNote({ event, moves }, words),
  }));
  const reminded = useReminders(detail).map((each) => ({ ...each, who: '' }));
  return (
    <Part title={texts.history}>
      <table className={styles.history}>
        <thead>
          <tr>
            {[texts.when, texts.what, texts.who, texts.note].map((head) => (
              <th key={head.zh} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...told, ...reminded]
            .toSorted((a, b) => a.at - b.at)
            .map(({ key, at, title, who, note }) => (
              <tr key={key}>
                <td>{full(at)}</td>
                <th scope="row">{title}</th>
                <td>{who}</td>
                <td>{note}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </Part>
  );
}

function Arrivals({ detail }: { detail: WhistleDetail }) {
  const { locale } = useLocale();
  const say = useLabel();
  const { full } = useTimeWords();
  const unitName = useUnitName(detail);
  const timed = (at: number | null, due: { at: number } | null) =>
    at === null ? '—' : due ? say(texts.until, { when: full(at), due: full(due.at) }) : full(at);
  return (
    <Part title={texts.units}>
      <ScrollRegion className={styles.scroll} aria-label={say(texts.units)}>
        <table className={styles.arrivals}>
          <thead>
            <tr>
              <th scope="col">{say(texts.unit)}</th>
              <th scope="col">{say(texts.state)}</th>
              <th scope="col">{say(texts.answered)}</th>
              <th scope="col">{say(texts.came)}</th>
              <th scope="col">{say(texts.how)}</th>
            </tr>
          </thead>
          <tbody>
            {detail.snapshot.units.map(({ departmentId, side, status, contact, acknowledgedAt, ackDue, arrival, reportInDue }) => (
              <tr key={departmentId}>
                <th scope="row">
                  {withAside(unitName(departmentId), say(sideLabels[side]), locale)} {contact?.person}
                </th>
                <td>{say(unitStatusLabels[status])}</td>
                <td>{timed(acknowledgedAt, ackDue)}</td>
                <td>{timed(arrival?.at ?? null, reportInDue)}</td>
                <td>
                  {arrival
                    ? phrased(
                        [
                          say(arrivalProofLabels[arrival.by]),
                          arrival.distanceM !== null && say(texts.distance, { n: Math.round(arrival.distanceM) }),
                          arrival.verdict && say(positionVerdictLabels[arrival.verdict]),
                          arrival.reason,
                        ],
                        locale,
                      )
                    : '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Part>
  );
}

function RatingRows({ detail }: { detail: WhistleDetail }) {
  const { locale } = useLocale();
  const say = useLabel();
  const unitName = useUnitName(detail);
  const rated = activeUnits(detail.snapshot).filter(({ marks, whistleMarks }) => marks || whistleMarks);
  if (rated.length === 0) return null;
  return (
    <Part title={texts.ratings}>
      <table>
        <thead>
          <tr>
            {[texts.unit, texts.byCommunity, texts.byUnit].map((head) => (
              <th key={head.zh} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rated.map(({ departmentId, marks, whistleMarks }) => (
            <tr key={departmentId}>
              <th scope="row">{unitName(departmentId)}</th>
              <td>
                {marks
                  ? phrased(
                      (['arrival', 'work', 'result'] as const).map((name) => `${say(markLabels[name])} ${marks[name]}`),
                      locale,
                    )
                  : '—'}
              </td>
              <td>
                {whistleMarks
                  ? phrased(
                      (['justification', 'information'] as const).map((name) => `${say(markLabels[name])} ${whistleMarks[name]}`),
                      locale,
                    )
                  : '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}
