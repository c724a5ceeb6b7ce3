import type { Labels } from '../kernel/label.ts';

/** Why a change of the territory is refused. */
export const territoryRefusalCodes = [
  'notFound',
  'outsideScope',
  'versionChanged',
  'unitClosed',
  'wrongParent',
  'codeTaken',
  'codeInvalid',
  'boundaryUnsound',
  'boundaryMissing',
  'fromInPast',
  'stillHasChildren',
  'stillHasHolders',
  'personUnknown',
  'holderPresent',
  'appointmentEnded',
  'roleNotOfUnit',
  'badFile',
  'notCommunity',
  'ladderUnsound',
] as const;
export type TerritoryRefusalCode = (typeof territoryRefusalCodes)[number];

export const territoryRefusalLabels: Labels<TerritoryRefusalCode> = {
  notFound: { zh: '没有这个辖区，或您不能查看', en: 'There is no such unit, or you may not see it' },
  outsideScope: { zh: '只能改自己辖区里的', en: 'You may change only what lies in your unit' },
  versionChanged: { zh: '别人刚改过，请看新内容后再改', en: 'Somebody changed it just now; look again before you change it' },
  unitClosed: { zh: '这个辖区已经撤销', en: 'This unit has been closed' },
  wrongParent: { zh: '{level}不能直接放在{parent}下面', en: 'A {level} cannot stand under a {parent}' },
  codeTaken: { zh: '编码 {given} 已被{name}使用', en: 'Code {given} belongs to {name}' },
  codeInvalid: { zh: '编码不合规则：{given}', en: 'The code breaks the rules: {given}' },
  boundaryUnsound: { zh: '边界有 {count} 处要改，见地图上标出的地方', en: 'The boundary has {count} faults; see the marks on the map' },
  boundaryMissing: { zh: '先画边界', en: 'Draw a boundary first' },
  fromInPast: { zh: '起算时间要晚于上一版边界', en: 'It must begin after the boundary before it' },
  stillHasChildren: { zh: '下面还有 {count} 个，先处理它们', en: '{count} units stand below it; settle them first' },
  stillHasHolders: { zh: '还有 {count} 人在岗，先办离任', en: '{count} people hold posts here; end those first' },
  personUnknown: { zh: '没有这个人，或账号已停用', en: 'There is no such person, or the account is disabled' },
  holderPresent: { zh: '{name}在任，请用“换人”', en: '{name} holds this post; replace the holder instead' },
  appointmentEnded: { zh: '这个职务已经结束', en: 'This post has ended' },
  roleNotOfUnit: { zh: '这一级辖区没有这个职务', en: 'This level has no such post' },
  badFile: { zh: '文件读不出来：{detail}', en: 'The file cannot be read: {detail}' },
  notCommunity: { zh: '称呼按社区定，请选一个社区', en: 'Titles are set for a community; choose one' },
  ladderUnsound: { zh: '称呼要从上到下，职务和称呼都不能重复', en: 'Levels go from the top down; no role and no title twice' },
};
