import { identityRefusalLabels, identityRefusals } from '#shared/identity/identity-refusals.ts';
import type { RefusalLookup } from '../../platform/index.ts';

/** Words of the identity module's refusals. */
export const identityRefusalWords: RefusalLookup = (module, code) => {
  const known = module === 'identity' ? identityRefusals.find((each) => each === code) : undefined;
  return known && identityRefusalLabels[known];
};
