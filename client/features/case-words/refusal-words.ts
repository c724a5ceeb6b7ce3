import { caseRefusalLabels } from '#shared/cases/cases-refusals.i18n.ts';
import { caseRefusalCodes } from '#shared/cases/cases-refusals.ts';
import { filesRefusalLabels } from '#shared/files/files.i18n.ts';
import { filesRefusalCodes } from '#shared/files/files-schema.ts';
import { identityRefusalLabels, identityRefusals } from '#shared/identity/identity-refusals.ts';
import type { RefusalLookup } from '../../platform/index.ts';

/** Words of every refusal a report or an action on a case may meet. */
export const caseRefusalWords: RefusalLookup = (module, code) => {
  if (module === 'identity') {
    const known = identityRefusals.find((each) => each === code);
    return known && identityRefusalLabels[known];
  }
  if (module === 'files') {
    const known = filesRefusalCodes.find((each) => each === code);
    return known && filesRefusalLabels[known];
  }
  if (code === 'notFound') return caseRefusalLabels.caseUnknown;
  const known = module === 'cases' ? caseRefusalCodes.find((each) => each === code) : undefined;
  return known && caseRefusalLabels[known];
};
