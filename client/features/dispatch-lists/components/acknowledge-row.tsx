import { parseWallClock, toWallClock } from '#shared/kernel/zone-time.ts';
import { defineTexts, useLabel, useTimeWords } from '../../../platform/index.ts';
import { Field, TextInput } from '../../../ui/index.ts';
import { type AcknowledgeValues, type AnswerOffer, keyOf } from '../hooks/acknowledge-values.ts';
import { type AcknowledgeErrors, nameOfLine } from '../hooks/use-acknowledge.ts';
import type { WhistleLine } from '../whistle-types.ts';

const texts = defineTexts({
  of: { zh: '{name}（{unit}）', en: '{name} ({unit})' },
  until: { zh: '最迟 {when} 报到', en: 'to report in by {when}' },
  missed: { zh: '报到时限 {when} 已过', en: 'the limit of {when} has passed' },
  after: { zh: '晚于报到时限 {when}', en: 'after the limit of {when}' },
});

type RowProps = {
  offer: AnswerOffer;
  lines: readonly WhistleLine[];
  values: AcknowledgeValues;
  errors: AcknowledgeErrors;
  onChange: (part: Partial<AcknowledgeValues>) => void;
};

/** When one unit comes to one whistle; says beside it until when it must. */
export function AcknowledgeRow({ offer, lines, values, errors, onChange }: RowProps) {
  const say = useLabel();
  const { moment, writing } = useTimeWords();
  const line = lines.find(({ id }) => id === offer.whistleId);
  if (!line) return null;
  const key = keyOf(offer);
  const eta = values.etas[key];
  const several = lines.length > 1 && line.units.filter(({ departmentId }) => departmentId === offer.unitId).length > 0;
  const unit = line.units.find(({ departmentId }) => departmentId === offer.unitId);
  const label = several && unit ? say(texts.of, { name: nameOfLine(line), unit: say(unit.name) }) : nameOfLine(line);
  const hint = (() => {
    const { reportInBy } = offer;
    if (reportInBy === null) return undefined;
    const when = moment(reportInBy);
    if (reportInBy <= writing.now) return say(texts.missed, { when });
    return say(eta !== undefined && eta > reportInBy ? texts.after : texts.until, { when });
  })();
  return (
    <Field label={label} required {...(hint ? { hint } : {})} {...(errors.etas[key] ? { error: errors.etas[key] } : {})}>
      {(control) => (
        <TextInput
          {...control}
          type="datetime-local"
          value={eta === undefined ? '' : toWallClock(writing.timeZone, eta).slice(0, 16)}
          onChange={(event) =>
            onChange({ etas: { ...values.etas, [key]: parseWallClock(writing.timeZone, event.target.value) ?? undefined } })
          }
        />
      )}
    </Field>
  );
}
