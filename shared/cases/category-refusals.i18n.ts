import type { Labels } from '../kernel/label.ts';
import type { CategoryRefusalCode } from './category-schema.ts';

/** Why a category cannot be changed so. */
export const categoryRefusalLabels = {
  notFound: { zh: '没有这个类别', en: 'There is no such category' },
  outsideScope: { zh: '只有本区管理员能改类别', en: 'Only an administrator of the district changes categories' },
  versionChanged: {
    zh: '类别刚被改过（第 {version} 版），请先看看',
    en: 'The category was changed meanwhile (version {version}); look first',
  },
  dateInPast: { zh: '生效时间不能早于现在', en: 'It cannot take effect in the past' },
  parentUnknown: { zh: '没有这个大类', en: 'There is no such major class' },
  dutyUnknown: { zh: '现行的社区职责清单里没有这一项', en: 'The duty list in force has no such item' },
  departmentUnknown: { zh: '没有这个部门', en: 'There is no such department' },
  inUseAsGroup: { zh: '下面还有小类，先停用小类', en: 'It still has minor classes; retire those first' },
} satisfies Labels<CategoryRefusalCode>;
