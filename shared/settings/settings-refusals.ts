import type { Labels } from '../kernel/label.ts';

/** Why a rule of a district is not changed. */
export const settingsRefusalCodes = ['notFound', 'notYourRole', 'versionChanged', 'dateInPast', 'nothingChanged'] as const;
export type SettingsRefusalCode = (typeof settingsRefusalCodes)[number];

export const settingsRefusalLabels: Labels<SettingsRefusalCode> = {
  notFound: { zh: '没有这个区，或不在您的管辖内', en: 'There is no such district in your area' },
  notYourRole: { zh: '只有本区管理员可以改', en: 'Only an administrator of the district may change it' },
  versionChanged: {
    zh: '刚有人保存了第 {version} 版，您的还没有保存。请先看两边的不同',
    en: 'Version {version} has just been saved by somebody; yours is not. Look at the differences first',
  },
  dateInPast: { zh: '生效时间已经过去，请选今后的时间', en: 'The time it takes effect is over; choose one to come' },
  nothingChanged: { zh: '和现在的一样，没有要保存的', en: 'Same as before; nothing to save' },
};
