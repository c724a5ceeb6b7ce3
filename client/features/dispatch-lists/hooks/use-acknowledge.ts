import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { whistleCommand, whistleInputs } from '#shared/dispatch/whistle-actions.ts';
import { currentNow, defineTexts, useLabel, useTRPC, useTRPCClient } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { type BulkJob, useBulkRun } from '../../../ui/index.ts';
import { whistleRefusalWords } from '../../dispatch-parts/index.ts';
import type { WhistleLine } from '../whistle-types.ts';
import { type AcknowledgeValues, type AnswerOffer, acknowledgeInput, firstAcknowledgeValues, keyOf } from './acknowledge-values.ts';

const texts = defineTexts({
  required: { zh: '要填', en: 'Needed' },
  phoneBad: { zh: '电话号码 5 到 20 位', en: 'A phone number has 5 to 20 digits' },
  past: { zh: '要晚于现在', en: 'Must lie ahead' },
  ok: { zh: '{unit}已应哨', en: '{unit} has answered' },
  incomplete: { zh: '没有发出：内容不全', en: 'Not sent: something is missing' },
});

export type AcknowledgeErrors = { person?: string; phone?: string; etas: Readonly<Record<string, string>> };
type Asked = { offers: readonly AnswerOffer[]; lines: readonly WhistleLine[]; beside: readonly BulkJob[]; ownName: string };
export const nameOfLine = ({ whistleNo, title }: Pick<WhistleLine, 'whistleNo' | 'title'>) => [whistleNo, title].filter(Boolean).join('　');

/** Values, errors and the sending of one answer for each unit that owes one; what fails may be sent again with the same words. */
export function useAcknowledge({ offers, lines, beside, ownName }: Asked) {
  const say = useLabel();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const failureText = useFailureText(whistleRefusalWords);
  const [values, setValues] = useState<AcknowledgeValues>(() => firstAcknowledgeValues(offers, ownName));
  const [errors, setErrors] = useState<AcknowledgeErrors>({ etas: {} });
  const [left, setLeft] = useState<ReadonlySet<string> | null>(null);
  const run = useBulkRun();
  const due = left === null ? offers : offers.filter((offer) => left.has(keyOf(offer)));
  const also = left === null ? beside : beside.filter(({ id }) => left.has(id));

  const answer = (offer: AnswerOffer): BulkJob[] => {
    const line = lines.find(({ id }) => id === offer.whistleId);
    if (!line) return [];
    const unit = line.units.find(({ departmentId }) => departmentId === offer.unitId);
    const send = async () => {
      const read = whistleCommand.safeParse(acknowledgeInput(line, { unitId: offer.unitId, values, requestId: v7() }));
      if (!read.success) return { text: say(texts.incomplete), ok: false };
      try {
        await client.dispatch.act.mutate(read.data);
        return { text: say(texts.ok, { unit: unit ? say(unit.name) : '' }), ok: true };
      } catch (error) {
        return { text: failureText(error), ok: false };
      }
    };
    return [{ id: keyOf(offer), name: nameOfLine(line), run: send }];
  };

  const submit = async () => {
    const now = currentNow();
    const wrong = Object.fromEntries(due.map(keyOf).flatMap((key) => ((values.etas[key] ?? 0) > now ? [] : [[key, say(texts.past)]])));
    const found: AcknowledgeErrors = {
      ...(values.person.trim() ? {} : { person: say(texts.required) }),
      ...(whistleInputs.acknowledge.shape.phone.safeParse(values.phone).success ? {} : { phone: say(texts.phoneBad) }),
      etas: wrong,
    };
    setErrors(found);
    if (found.person || found.phone || Object.keys(wrong).length > 0) return;
    await run.start([...also, ...due.flatMap(answer)]);
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: trpc.dispatch.pathKey() }),
      beside.length > 0 && queryClient.invalidateQueries({ queryKey: trpc.cases.pathKey() }),
    ]);
  };
  const failed = run.outcomes.filter(({ ok }) => !ok).map(({ id }) => id);
  /** back to the form with the same words, for those alone that were refused */
  const again = () => {
    setLeft(new Set(failed));
    run.reset();
  };
  return {
    values,
    errors,
    due,
    also,
    run,
    submit,
    again,
    failed,
    change: (part: Partial<AcknowledgeValues>) => setValues({ ...values, ...part }),
  };
}
