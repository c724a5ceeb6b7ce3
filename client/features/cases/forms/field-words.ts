import type { Label } from '#shared/kernel/label.ts';
import { defineTexts } from '../../../platform/index.ts';
import type { DeskAction } from '../actions.tsx';

/** Labels and hints of the fields of action forms. */
export const fieldWords = defineTexts({
  note: { zh: '说明', en: 'Note' },
  noteText: { zh: '补充什么', en: 'What to add' },
  reason: { zh: '理由', en: 'Reason' },
  photos: { zh: '照片', en: 'Photos' },
  way: { zh: '怎么联系的', en: 'How' },
  outcome: { zh: '结果', en: 'Outcome' },
  contactAt: { zh: '什么时候', en: 'When' },
  said: { zh: '对方怎么说', en: 'What was said' },
  askGridWorker: { zh: '请网格员看什么', en: 'What the grid worker should look at' },
  isTrue: { zh: '现场情况', en: 'On site' },
  seen: { zh: '看到了什么', en: 'What was seen' },
  declineReason: { zh: '为什么不予受理', en: 'Why it is declined' },
  exit: { zh: '该找哪里', en: 'Where to turn to' },
  tellApplicant: { zh: '告诉诉求人的话', en: 'Words to the applicant' },
  result: { zh: '怎么办的，办到什么程度', en: 'What was done' },
  resultHint: { zh: '会原样告诉诉求人，也给核查员看', en: 'Shown to the applicant and the inspector as written' },
  beforePhotos: { zh: '处置前照片', en: 'Photos from before' },
  afterPhotos: { zh: '修后照片（同一角度）', en: 'Photos from after (same angle)' },
  lead: { zh: '主办单位', en: 'Lead unit' },
  forUnit: { zh: '给单位的话', en: 'Words to the unit' },
  objectionReason: { zh: '为什么不归本单位', en: 'Why it is not your unit’s matter' },
  legalBasis: { zh: '依据', en: 'Legal basis' },
  legalBasisHint: { zh: '法规、三定方案或职责清单的条款', en: 'The clause of law, charter or duty list' },
  ruling: { zh: '裁定意见', en: 'Ruling' },
  upholdHint: { zh: '两边都看得到；之后请重新派遣', en: 'Both sides read it; dispatch again afterwards' },
  overruleHint: {
    zh: '两边都看得到；该单位从此主办，时限从裁定起算',
    en: 'Both sides read it; the unit leads from now on, its clock starts anew',
  },
  extensionReason: { zh: '为什么要延期', en: 'Why more time is needed' },
  toldToApplicant: { zh: '会告诉诉求人', en: 'The applicant is told' },
  extensionLimit: { zh: '延多久', en: 'How long' },
  obstacle: { zh: '客观上办不了的原因', en: 'The objective obstacle' },
  nextReviewAt: { zh: '哪天复查（30 天内）', en: 'To be reviewed on (within 30 days)' },
  supportUnit: { zh: '协办单位', en: 'Support unit' },
  supportDone: { zh: '办完了吗', en: 'Finished?' },
  supportText: { zh: '结果', en: 'Result' },
  supportTextHint: { zh: '没办完的，写原因和阶段情况', en: 'If unfinished: the reasons and a stage report' },
  cost: { zh: '花费（元）', en: 'Cost (yuan)' },
  failReason: { zh: '哪里没办好', en: 'What is still wrong' },
  inspectionPhotos: { zh: '现场照片', en: 'Photos on site' },
  documents: { zh: '办结材料（拍照）', en: 'Documents (photographed)' },
  documentsHint: { zh: '没有现场可看的事情，附材料', en: 'For matters with nothing to see on site' },
  position: { zh: '您的位置', en: 'Your position' },
  positionHint: { zh: '现场核查要在案件 100 米以内', en: 'An inspection is made within 100 m of the case' },
  solved: { zh: '解决了吗', en: 'Solved?' },
  rating: { zh: '满意吗', en: 'Satisfied?' },
  ground: { zh: '依据', en: 'Ground' },
  reopenReason: { zh: '情况', en: 'What is the matter' },
  voidReason: { zh: '为什么作废', en: 'Why it is void' },
  voidNote: { zh: '情况说明（要另一人同意）', en: 'Explanation (somebody else must agree)' },
  level: { zh: '级别', en: 'Level' },
  until: { zh: '要求什么时候前办完', en: 'To be finished before' },
  recipient: { zh: '点名给谁', en: 'To whom by name' },
  recipientHint: {
    zh: '督办发给主办单位；还没有主办的，发给社区',
    en: 'Goes to the lead unit; while none leads, to the community',
  },
  reply: { zh: '办到哪一步，哪天办完', en: 'How far it is and when it will be done' },
  replyHint: { zh: '给发督办的人审看', en: 'Judged by whoever issued the supervision' },
  returnReason: { zh: '还缺什么', en: 'What is missing' },
});

/** What the button of a form says where the name of the action would promise more than it does: the form only writes it down. */
export const submitWords: Partial<Record<DeskAction, Label>> = {
  contact: { zh: '记下这次联系', en: 'Record this contact' },
  tryCallback: { zh: '记一次未接通', en: 'Record one try' },
  recordCallback: { zh: '记下评价', en: 'Record the answer' },
  requestVerification: { zh: '发给网格员', en: 'Send to the grid worker' },
  submitFeedback: { zh: '提交反馈，请人核查', en: 'Submit for inspection' },
};

export const truthWords = { yes: { zh: '属实', en: 'True' }, no: { zh: '不属实', en: 'Not true' } };
export const doneWords = { yes: { zh: '办完了', en: 'Finished' }, no: { zh: '没办完', en: 'Not finished' } };
