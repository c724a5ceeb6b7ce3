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
import type { Label } from '#shared/kernel/label.ts';
import { currentNow, defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { Button, ButtonLink } from '../../../ui/index.ts';
import { photoAddress } from '../../files-parts/index.ts';
import styles from '../components/papers.module.css';
import { PlanTable } from '../components/plan-table.tsx';
import { WhistleGate } from '../components/whistle-gate.tsx';
import { usePhotoWords } from '../components/whistle-photos.tsx';
import { whistleEventNote } from '../event-note.ts';
import { useFrame } from '../hooks/use-frame.ts';
import { personName, useUnitName } from '../hooks/use-names.ts';
import { useWhistleNoteWords } from '../hooks/use-whistle-thread.ts';
import { markLabels } from '../mark-labels.ts';
import type { WhistleDetail } from '../whistle-types.ts';

const texts = defineTexts({
  title: { zh: '吹哨报到记录单', en: 'Record of a whistle' },
  print: { zh: '打印', en: 'Print' },
  back: { zh: '回到这个哨', en: 'Back to the whistle' },
  number: { zh: '哨号', en: 'No.' },
  state: { zh: '状态', en: 'State' },
  type: { zh: '类型', en: 'Type' },
  matter: { zh: '事由', en: 'Matter' },
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
  households: { zh: '听取意见 {heard} 户，共 {all} 户；告知结果 {told} 户', en: '{heard} of {all} households heard, {told} told' },
  ratings: { zh: '互评', en: 'Ratings' },
  history: { zh: '经过', en: 'History' },
  photos: { zh: '照片', en: 'Photos' },
  signatures: { zh: '签字', en: 'Signatures' },
  community: { zh: '社区（章）：', en: 'Community:' },
  lead: { zh: '主办单位（章）：', en: 'Lead unit:' },
  street: { zh: '街道（章）：', en: 'Street:' },
  printed: { zh: '打印于 {when}。不含居民姓名和电话。', en: 'Printed {when}. Without names or phones of residents.' },
});

/** The A4 file of a whistle: who was called, who came, what was seen, planned and done, with photos, ratings and signatures. */
export function WhistlePrintPage() {
  return <WhistleGate>{(detail) => <Record detail={detail} />}</WhistleGate>;
}

function Record({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const frame = useFrame();
  const { full } = useTimeWords();
  const unitName = useUnitName(detail);
  const words = useWhistleNoteWords(detail);
  const { snapshot, timeline, cases } = detail;
  const { visit, households } = snapshot;
  const row = (head: Label, text: string) => (
    <tr>
      <th scope="row">{say(head)}</th>
      <td>{text || '—'}</td>
    </tr>
  );
  return (
    <article className={styles.sheet}>
      <div className={styles.bar}>
        <ButtonLink variant="quiet" icon="chevronLeft" href={`${frame}/w/${snapshot.id}`}>
          {say(texts.back)}
        </ButtonLink>
        <Button variant="primary" icon="print" onClick={() => window.print()}>
          {say(texts.print)}
        </Button>
      </div>
      <h1>{say(texts.title)}</h1>
      <table>
        <tbody>
          {row(texts.number, `${snapshot.whistleNo}　${say(whistleTypeLabels[snapshot.whistleType])}`)}
          {row(texts.state, say(whistleStateLabels[snapshot.state]))}
          {row(texts.matter, snapshot.title)}
          {row(texts.reason, snapshot.reason)}
          {row(
            texts.place,
            [...detail.places.filter(({ level }) => level !== 'district').map(({ name }) => name), snapshot.address].join(' '),
          )}
          {row(texts.cases, cases.map(({ caseNo, title }) => `${caseNo ?? ''} ${title}`).join('；'))}
          {row(
            texts.blower,
            [personName(detail, snapshot.blownById), snapshot.blownAt !== null && full(snapshot.blownAt)].filter(Boolean).join('　'),
          )}
          {row(texts.approver, personName(detail, snapshot.approvedById))}
        </tbody>
      </table>
      <h2>{say(texts.units)}</h2>
      <Arrivals detail={detail} />
      {visit && (
        <>
          <h2>{say(texts.visit)}</h2>
          <table>
            <tbody>
              {row(texts.visit, `${full(visit.from)} – ${full(visit.to)}`)}
              {row(texts.present, visit.attendance.map(({ departmentId, name }) => `${name}（${unitName(departmentId)}）`).join('、'))}
              {row(texts.minutes, visit.minutes)}
            </tbody>
          </table>
        </>
      )}
      {households.length > 0 && (
        <p>
          {say(texts.households, {
            heard: households.filter(({ opinions }) => opinions > 0).length,
            all: households.length,
            told: households.filter(({ told }) => told !== null).length,
          })}
        </p>
      )}
      <PlanTable detail={detail} />
      <RatingRows detail={detail} />
      <h2>{say(texts.history)}</h2>
      <table>
        <tbody>
          {timeline.map(({ event, by }) => (
            <tr key={event.meta.seq}>
              <td>{full(event.meta.at)}</td>
              <th scope="row">{say(whistleEventLabels[event.type])}</th>
              <td>{by.name}</td>
              <td>{whistleEventNote(event, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pictures detail={detail} />
      <div className={styles.signs}>
        <span>{say(texts.community)}</span>
        <span>{say(texts.lead)}</span>
        <span>{say(texts.street)}</span>
      </div>
      <p>{say(texts.printed, { when: full(currentNow()) })}</p>
    </article>
  );
}

function Arrivals({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const { full } = useTimeWords();
  const unitName = useUnitName(detail);
  const timed = (at: number | null, due: { at: number } | null) =>
    at === null ? '—' : due ? say(texts.until, { when: full(at), due: full(due.at) }) : full(at);
  return (
    <div className={styles.scroll}>
      <table>
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
                {unitName(departmentId)}（{say(sideLabels[side])}）{contact && ` ${contact.person}`}
              </th>
              <td>{say(unitStatusLabels[status])}</td>
              <td>{timed(acknowledgedAt, ackDue)}</td>
              <td>{timed(arrival?.at ?? null, reportInDue)}</td>
              <td>
                {arrival
                  ? [
                      say(arrivalProofLabels[arrival.by]),
                      arrival.distanceM !== null && say(texts.distance, { n: Math.round(arrival.distanceM) }),
                      arrival.verdict && say(positionVerdictLabels[arrival.verdict]),
                      arrival.reason,
                    ]
                      .filter(Boolean)
                      .join('，')
                  : '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RatingRows({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const unitName = useUnitName(detail);
  const rated = activeUnits(detail.snapshot).filter(({ marks, whistleMarks }) => marks || whistleMarks);
  if (rated.length === 0) return null;
  return (
    <>
      <h2>{say(texts.ratings)}</h2>
      <table>
        <tbody>
          {rated.map(({ departmentId, marks, whistleMarks }) => (
            <tr key={departmentId}>
              <th scope="row">{unitName(departmentId)}</th>
              <td>
                {marks ? (['arrival', 'work', 'result'] as const).map((name) => `${say(markLabels[name])} ${marks[name]}`).join('，') : '—'}
              </td>
              <td>
                {whistleMarks
                  ? (['justification', 'information'] as const).map((name) => `${say(markLabels[name])} ${whistleMarks[name]}`).join('，')
                  : '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Pictures({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const wordsOf = usePhotoWords();
  const groups = [
    { title: texts.photos, photos: detail.photos.filter(({ purpose }) => purpose !== 'signature'), className: undefined },
    { title: texts.signatures, photos: detail.photos.filter(({ purpose }) => purpose === 'signature'), className: styles.sign },
  ];
  return groups.map(({ title, photos, className }) =>
    photos.length === 0 ? null : (
      <section key={title.zh}>
        <h2>{say(title)}</h2>
        <div className={styles.photos}>
          {photos.map((photo) => (
            <figure key={photo.id}>
              <img src={photoAddress(photo.id)} alt={wordsOf(photo).alt} className={className} />
              <figcaption>{wordsOf(photo).caption}</figcaption>
            </figure>
          ))}
        </div>
      </section>
    ),
  );
}
