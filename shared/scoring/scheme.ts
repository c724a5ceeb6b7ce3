import type { LocalDate } from '../kernel/time.ts';
import { defaultWhistleRules, type ScoringScheme } from './scoring-schema.ts';

/** The weights of scoring.md D7, in force until a district sets its own. */
export const defaultScheme: ScoringScheme = {
  id: 'community',
  version: 1,
  effectiveFrom: '2011-01-01',
  indicators: [
    { id: 'responseRate', weight: 15 },
    { id: 'onTimeClosureRate', weight: 20 },
    { id: 'resolutionRate', weight: 15 },
    { id: 'satisfactionRate', weight: 20 },
    { id: 'firstPassRate', weight: 10 },
    { id: 'proactiveRate', weight: 5 },
    { id: 'wishFulfilmentRate', weight: 5 },
    { id: 'visitRate', weight: 5 },
    { id: 'deliberationDelivery', weight: 5 },
  ],
  minSample: 5,
  minRankedWeight: 50,
  partialCredit: 0,
  satisfiedFrom: 3,
  gradeBands: [9000, 8000, 7000, 6000],
  whistles: defaultWhistleRules,
};

/** The scheme in force on a date: the latest `effectiveFrom` not after it, of equal dates the highest version; null when none is. */
export function schemeOn(schemes: readonly ScoringScheme[], date: LocalDate): ScoringScheme | null {
  let best: ScoringScheme | null = null;
  for (const scheme of schemes) {
    if (scheme.effectiveFrom > date) continue;
    const newer = best === null || scheme.effectiveFrom > best.effectiveFrom;
    if (newer || (scheme.effectiveFrom === best?.effectiveFrom && scheme.version > best.version)) best = scheme;
  }
  return best;
}
