import type { Labels } from '../kernel/label.ts';
import type { LimitMark } from './clocks-schema.ts';
import type { Light } from './light.ts';

/** The traffic light in words, for paper and for those who cannot tell its colours. */
export const lightLabels: Labels<Light> = {
  green: { zh: '正常', en: 'in time' },
  yellow: { zh: '临期', en: 'due soon' },
  red: { zh: '超期', en: 'overdue' },
  grey: { zh: '不计时', en: 'not running' },
};

/** What a clock did when a limit reached a mark. */
export const limitMarkLabels: Labels<LimitMark> = {
  remind50: { zh: '用时过半，已提醒', en: 'Half used, reminded' },
  remind80: { zh: '用时八成，已提醒', en: '80 % used, reminded' },
  due100: { zh: '到期，已告知单位负责人', en: 'Due, unit lead told' },
  escalateStreet: { zh: '超期，已上报街道', en: 'Overdue, raised to the street' },
  escalateDistrict: { zh: '超期，已上报区里', en: 'Overdue, raised to the district' },
};
