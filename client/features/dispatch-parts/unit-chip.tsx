import { sideLabels, unitStatusLabels } from '#shared/dispatch/whistle.i18n.ts';
import type { WhistleClock } from '#shared/dispatch/whistle-clock.ts';
import type { Side, UnitStatus } from '#shared/dispatch/whistle-schema.ts';
import type { Label } from '#shared/kernel/label.ts';
import { defineTexts, useLabel } from '../../platform/index.ts';
import { classNames, ShapeMark, type ShapeName } from '../../ui/index.ts';
import styles from './unit-chip.module.css';

const texts = defineTexts({
  arrived: { zh: '已到场', en: 'On site' },
  late: { zh: '超时', en: 'late' },
  title: { zh: '{side} {name}，{status}', en: '{side} {name}, {status}' },
});

export type ChipUnit = { name: Label; side: Side; status: UnitStatus; arrived: boolean; clock: WhistleClock | null };

function lookOf({ status, arrived, clock }: ChipUnit): { shape: ShapeName; style: string | undefined } {
  if (status === 'released' || status === 'excused') return { shape: 'ringMinus', style: styles.gone };
  if (status === 'objected') return { shape: 'diamondAlert', style: styles.objected };
  if (clock?.overdue) return { shape: 'notchedAlert', style: styles.late };
  if (arrived || status === 'left') return { shape: 'tick', style: styles.arrived };
  return { shape: status === 'acknowledged' ? 'half' : 'ring', style: undefined };
}

/** One unit of a whistle: how far it is in shape and words, the lead in bold. */
export function UnitChip({ unit }: { unit: ChipUnit }) {
  const say = useLabel();
  const { shape, style } = lookOf(unit);
  const status = [say(unit.arrived ? texts.arrived : unitStatusLabels[unit.status]), unit.clock?.overdue && say(texts.late)]
    .filter(Boolean)
    .join(' ');
  const title = say(texts.title, { side: say(sideLabels[unit.side]), name: say(unit.name), status });
  return (
    <span className={classNames(styles.chip, style, unit.side === 'lead' && styles.lead)} title={title}>
      <ShapeMark shape={shape} />
      <span>{say(unit.name)}</span>
      <span className="visually-hidden">{status}</span>
    </span>
  );
}
