import type { Labels } from '../kernel/label.ts';
import type { ZoneMeasure } from './dashboards-schema.ts';

/** Names of the measures a map may be coloured by. */
export const measureLabels = {
  openPer100: { zh: '每百户在办', en: 'Open per 100 households' },
  onTimeRate: { zh: '上月按期结案率', en: 'On-time closure last month' },
  overdue: { zh: '超期件数', en: 'Overdue cases' },
} satisfies Labels<ZoneMeasure>;
