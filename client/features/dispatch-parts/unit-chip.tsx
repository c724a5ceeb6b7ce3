import type { Light } from '#shared/clocks/light.ts';
import { sideLabels, unitStatusLabels } from '#shared/dispatch/whistle.i18n.ts';
import type { WhistleClock } from '#shared/dispatch/whistle-clock.ts';
import type { Side, UnitStatus } from '#shared/dispatch/whistle-schema.ts';
import type { Label } from '#shared/kernel/label.ts';
import { defineTexts, useLabel, useTimeWords } from '../../platform/index.ts';
import { classNames, ShapeMark, type ShapeName } from '../../ui/index.ts';
import { clockLight, lightWord, litLook, type PillLook } from '../cases-parts/index.ts';
import styles from './unit-chip.module.css';

const texts = defineTexts({
  arrived: { zh: '已到场', en: 'On site' },
  title: { zh: '{side} {name}，{status}', en: '{side} {name}, {status}' },
});

export type ChipUnit = { name: Label; side: Side; status: UnitStatus; arrived: boolean; clock: WhistleClock | null };

const still = (shape: ShapeName, style?: string) => ({ look: { shape, tone: 'rest' } satisfies PillLook, style });

/** How far a unit is; its own limit's light stands before that, as with a case on a map. */
function lookOf({ status, arrived }: ChipUnit, light: Light): { look: PillLook; style: string | undefined } {
  if (status === 'released' || status === 'excused') return still('ringMinus', styles.gone);
  if (status === 'objected') return still('diamondAlert', styles.objected);
  const { look, style } = arrived || status === 'left' ? still('tick', styles.arrived) : still(status === 'acknowledged' ? 'half' : 'ring');
  const lit = light === 'red' ? styles.late : light === 'yellow' ? styles.soon : style;
  return { look: litLook(look, light), style: lit };
}

/** One unit of a whistle: how far it is in shape and words, the lead in bold. */
export function UnitChip({ unit }: { unit: ChipUnit }) {
  const say = useLabel();
  const { writing } = useTimeWords();
  const light = unit.clock ? clockLight(unit.clock, writing.now) : 'grey';
  const { look, style } = lookOf(unit, light);
  const haste = lightWord(light);
  const status = [say(unit.arrived ? texts.arrived : unitStatusLabels[unit.status]), haste && say(haste)].filter(Boolean).join(' ');
  const title = say(texts.title, { side: say(sideLabels[unit.side]), name: say(unit.name), status });
  return (
    <span className={classNames(styles.chip, style, unit.side === 'lead' && styles.lead)} title={title}>
      <ShapeMark shape={look.shape} />
      <span>{say(unit.name)}</span>
      <span className="visually-hidden">{status}</span>
    </span>
  );
}
