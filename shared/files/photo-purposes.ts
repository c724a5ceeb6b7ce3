/** What a photo is for, in the order a case file or a whistle's file shows them. */
export const photoPurposes = [
  'report',
  'verification',
  'visit',
  'signature',
  'work',
  'feedback',
  'inspection',
  'acceptance',
  'note',
  'document',
] as const;
export type PhotoPurpose = (typeof photoPurposes)[number];
