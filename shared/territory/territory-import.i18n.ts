import type { Labels } from '../kernel/label.ts';
import type { ImportReason } from './import-geojson.ts';
import { importReasonLabels } from './territory.i18n.ts';

/** Why a feature that reads well is not taken all the same: what is known of the place speaks against it. */
export const placeReasons = ['noParent', 'wrongParent', 'outsideScope', 'codeOutsideParent', 'unitClosed'] as const;
export type PlaceReason = (typeof placeReasons)[number];

/** Every reason an import gives for a feature it refuses. */
export const territoryImportLabels: Labels<ImportReason | PlaceReason> = {
  ...importReasonLabels,
  noParent: { zh: '找不到上级：{given}', en: 'No such parent: {given}' },
  wrongParent: { zh: '上级“{given}”不是合适的一级', en: 'The parent “{given}” is of the wrong level' },
  outsideScope: { zh: '上级“{given}”不在您的辖区', en: 'The parent “{given}” lies outside your unit' },
  codeOutsideParent: { zh: '编码 {given} 不以上级编码 {parent} 开头', en: 'Code {given} does not begin with its parent code {parent}' },
  unitClosed: { zh: '编码 {given} 属于已撤销的{name}', en: 'Code {given} belongs to {name}, which was closed' },
};
