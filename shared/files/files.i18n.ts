import type { Labels } from '../kernel/label.ts';
import type { FilesRefusalCode, PhotoPurpose } from './files-schema.ts';

export const filesRefusalLabels: Labels<FilesRefusalCode> = {
  notFound: { zh: '没有这张照片，或您不能查看', en: 'There is no such photo, or you may not see it' },
  badInput: { zh: '照片的附带信息不对：{field}', en: 'What came with the photo is wrong: {field}' },
  photoTooLarge: { zh: '照片超过 {maxMb} MB，请缩小后再传', en: 'The photo is larger than {maxMb} MB; make it smaller and send it again' },
  photoFormat: { zh: '只收 JPEG、PNG、WebP、AVIF 照片', en: 'Photos must be JPEG, PNG, WebP or AVIF' },
  photoBroken: { zh: '照片打不开，可能没传完整，请重拍或重选', en: 'The photo cannot be read; take or choose it again' },
  photoEmpty: { zh: '没有收到照片', en: 'No photo arrived' },
  photoIdTaken: { zh: '这个编号已经用于另一张照片，请重新添加', en: 'This id belongs to another photo; add the photo again' },
  photosWaiting: { zh: '已有 {count} 张照片传了还没用，先用掉再传', en: '{count} photos were sent and not used yet; use them first' },
  photoMissing: { zh: '有 {count} 张照片没有传上来', en: '{count} photos have not arrived' },
  photoNotYours: { zh: '有 {count} 张照片不是您传的', en: '{count} photos were sent by somebody else' },
  photoUsed: { zh: '有 {count} 张照片已用过，请重拍', en: '{count} photos were used before; take new ones' },
};

export const photoPurposeLabels: Labels<PhotoPurpose> = {
  report: { zh: '上报照片', en: 'Report' },
  verification: { zh: '核实照片', en: 'Verification' },
  visit: { zh: '联合查看', en: 'Joint visit' },
  signature: { zh: '签字', en: 'Signature' },
  work: { zh: '施工照片', en: 'Work' },
  feedback: { zh: '处理后照片', en: 'After the work' },
  inspection: { zh: '核查照片', en: 'Inspection' },
  acceptance: { zh: '验收照片', en: 'Acceptance' },
  note: { zh: '补充照片', en: 'Note' },
  document: { zh: '证明材料', en: 'Document' },
};
