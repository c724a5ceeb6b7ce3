import type { CaseAction } from '#shared/cases/cases-actions.ts';
import type { Label } from '#shared/kernel/label.ts';
import { defineTexts } from '../../platform/index.ts';
import type { IconName } from '../../ui/index.ts';

/** What people outdoors may be allowed to do to a case, most pressing first. The server says which of them apply. */
export const fieldActions = [
  'answerVerification',
  'inspectPass',
  'inspectFail',
  'acknowledgeSupervision',
  'replySupervision',
  'selfHandle',
  'contact',
  'addNote',
] as const satisfies readonly CaseAction[];
export type FieldAction = (typeof fieldActions)[number];

const texts = defineTexts({
  verify: { zh: '去核实', en: 'Go and verify' },
  inspect: { zh: '去核查', en: 'Go and inspect' },
  handle: { zh: '去处理', en: 'Go and handle' },
  look: { zh: '去看看', en: 'Go and look' },
  answer: { zh: '去答复督办', en: 'Go and answer' },
  answerShort: { zh: '督办', en: 'Supervised' },
  verifyShort: { zh: '核实', en: 'Verify' },
  inspectShort: { zh: '核查', en: 'Inspect' },
  handleShort: { zh: '处置', en: 'Handle' },
  lookShort: { zh: '跟进', en: 'Follow' },
});

/** The one thing a row asks for. */
export function firstCall(allowed: readonly CaseAction[]): { verb: Label; kind: Label; icon: IconName; action: FieldAction | null } {
  const action = fieldActions.find((each) => allowed.includes(each)) ?? null;
  switch (action) {
    case 'answerVerification':
      return { verb: texts.verify, kind: texts.verifyShort, icon: 'eye', action };
    case 'inspectPass':
    case 'inspectFail':
      return { verb: texts.inspect, kind: texts.inspectShort, icon: 'shield', action };
    case 'acknowledgeSupervision':
    case 'replySupervision':
      return { verb: texts.answer, kind: texts.answerShort, icon: 'flag', action };
    case 'selfHandle':
      return { verb: texts.handle, kind: texts.handleShort, icon: 'check', action };
    default:
      return { verb: texts.look, kind: texts.lookShort, icon: 'eye', action };
  }
}
