import { caseRefusalLabels } from '#shared/cases/cases-refusals.i18n.ts';
import { filesRefusalLabels } from '#shared/files/files.i18n.ts';
import { identityRefusalLabels } from '#shared/identity/identity-refusals.ts';
import type { Label } from '#shared/kernel/label.ts';
import type { RefusalLookup } from '../../platform/index.ts';

// the lists of codes stand beside schemas; the labels alone keep the schema library out of the light pages
const labels: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  cases: caseRefusalLabels,
  files: filesRefusalLabels,
  identity: identityRefusalLabels,
};

/** Words of every refusal a report or an action on a case may meet. */
export const caseRefusalWords: RefusalLookup = (module, code) =>
  code === 'notFound' ? caseRefusalLabels.caseUnknown : labels[module]?.[code];
