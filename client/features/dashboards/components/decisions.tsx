import { useState } from 'react';
import { holderLabels } from '#shared/cases/cases.i18n.ts';
import { openSupervision } from '#shared/cases/supervision.ts';
import { defineTexts, useJoined, useLabel, useTimeWords } from '../../../platform/index.ts';
import { Button, ButtonLink, EmptyState, NavLink, ShapeMark, type ShapeName } from '../../../ui/index.ts';
import { areaNumber } from '../area-number.ts';
import { listHref } from '../hooks/link-search.ts';
import type { DecisionLine, Overview, Repeat } from '../overview-types.ts';
import styles from './decisions.module.css';
import { SuperviseForm } from './supervise-form.tsx';

const texts = defineTexts({
  title: { zh: '要您定的', en: 'Yours to decide' },
  items: { zh: '{n} 项', en: '{n}' },
  late: { zh: '超期 {time}', en: 'overdue by {time}' },
  supervise: { zh: '督办', en: 'Supervise' },
  supervised: { zh: '看督办', en: 'See supervision' },
  open: { zh: '看案卷', en: 'Open the case' },
  decide: { zh: '去定', en: 'Decide' },
  see: { zh: '看这 {n} 件', en: 'See these {n}' },
  cases: { zh: '{n} 件', en: '{n} cases' },
  within: { zh: '30 天内同格同类', en: 'same grid and kind within 30 days' },
  hold: { zh: '请定：能不能挂账', en: 'asked: may it be put on hold' },
  void: { zh: '请定：能不能作废', en: 'asked: may it be voided' },
  extension: { zh: '请定：能不能延期', en: 'asked: may it take longer' },
  rest: { zh: '还有超期 {n} 件', en: '{n} more overdue' },
  none: { zh: '现在没有要您定的', en: 'Nothing waits for you' },
  noneWhy: { zh: '超期、挂账和作废申请、重复诉求会出现在这里。', en: 'Overdue cases, requests and repeated complaints appear here.' },
});

/** What waits for the reader's decision, the latest first, each with its one act. */
export function DecisionList({ overview }: { overview: Overview }) {
  const say = useLabel();
  const { duration, writing } = useTimeWords();
  const [supervising, setSupervising] = useState<string | null>(null);
  const { total, overdue, requests, repeats } = overview.decisions;
  const hidden = overview.numbers.overdue.count - overdue.length;
  return (
    <section className={styles.panel} aria-labelledby="decisions">
      <h2 id="decisions">
        {say(texts.title)} <small>{say(texts.items, { n: total })}</small>
      </h2>
      {total === 0 && <EmptyState title={say(texts.none)}>{say(texts.noneWhy)}</EmptyState>}
      <ul className={styles.list}>
        {overdue.map((line) => (
          <Line
            key={line.id}
            shape="notchedAlert"
            late
            href={`/s/c/${line.id}`}
            title={line.title}
            note={[gridOf(line), holderOf(line, say), say(texts.late, { time: duration(lateBy(line, writing.now)) })]}
            act={<SuperviseAct line={line} onSupervise={() => setSupervising(line.id)} />}
          />
        ))}
        {hidden > 0 && (
          <li className={styles.rest}>
            <NavLink href={listHref(overview.numbers.overdue.list)}>{say(texts.rest, { n: hidden })}</NavLink>
          </li>
        )}
        {requests.map((line) => (
          <Line
            key={line.id}
            shape="pause"
            href={`/s/c/${line.id}`}
            title={line.title}
            note={[gridOf(line), ...line.asked.map((asked) => say(texts[asked]))]}
            act={
              <ButtonLink size="small" href={`/s/c/${line.id}`}>
                {say(texts.decide)}
              </ButtonLink>
            }
          />
        ))}
        {repeats.map((repeat) => (
          <RepeatLine key={repeat.key} repeat={repeat} />
        ))}
      </ul>
      {supervising && <SuperviseForm caseId={supervising} onClose={() => setSupervising(null)} />}
    </section>
  );
}

function RepeatLine({ repeat }: { repeat: Repeat }) {
  const say = useLabel();
  const { grid, category, count, list } = repeat;
  const { phrased } = useJoined();
  return (
    <Line
      shape="copies"
      href={listHref(list)}
      title={phrased(say(category), say(texts.cases, { n: count }))}
      note={[areaNumber(grid), say(texts.within)]}
      act={
        <ButtonLink size="small" href={listHref(list)}>
          {say(texts.see, { n: count })}
        </ButtonLink>
      }
    />
  );
}

function SuperviseAct({ line, onSupervise }: { line: DecisionLine; onSupervise: () => void }) {
  const say = useLabel();
  const open = openSupervision(line);
  if (open || !line.allowedActions.includes('supervise')) {
    return (
      <ButtonLink size="small" href={`/s/c/${line.id}`}>
        {say(open ? texts.supervised : texts.open)}
      </ButtonLink>
    );
  }
  return (
    <Button size="small" onClick={onSupervise}>
      {say(texts.supervise)}
      <span className="visually-hidden">{line.title}</span>
    </Button>
  );
}

type LineProps = { shape: ShapeName; late?: boolean; href: string; title: string; note: (string | null)[]; act: React.ReactNode };

function Line({ shape, late = false, href, title, note, act }: LineProps) {
  return (
    <li className={styles.line}>
      <span className={late ? styles.late : undefined}>
        <ShapeMark shape={shape} size={18} />
      </span>
      <div className={styles.words}>
        <NavLink href={href}>{title}</NavLink>
        <small>{note.filter(Boolean).join('　')}</small>
      </div>
      {act}
    </li>
  );
}

function gridOf({ names }: DecisionLine): string | null {
  return names.grid ? areaNumber(names.grid) : names.community;
}

function holderOf({ names, holder }: DecisionLine, say: ReturnType<typeof useLabel>): string {
  return names.lead && holder.departmentId ? say(names.lead) : say(holderLabels[holder.kind]);
}

function lateBy({ clock }: DecisionLine, now: number): number {
  return clock.due === null ? 0 : Math.max(0, now - clock.due.at);
}
