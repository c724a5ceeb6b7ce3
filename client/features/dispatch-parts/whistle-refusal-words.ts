import { figuresRefusalLabels, whistleRefusalLabels } from '#shared/dispatch/whistle-refusals.i18n.ts';
import type { Label } from '#shared/kernel/label.ts';
import type { RefusalLookup } from '../../platform/index.ts';
import { caseRefusalWords } from '../case-words/index.ts';

const labels: Readonly<Record<string, Label>> = { ...whistleRefusalLabels, ...figuresRefusalLabels };

/** Words of every refusal an action on a whistle may meet. */
export const whistleRefusalWords: RefusalLookup = (module, code) => {
  if (module !== 'dispatch') return caseRefusalWords(module, code);
  return code === 'notFound' ? whistleRefusalLabels.whistleUnknown : labels[code];
};
