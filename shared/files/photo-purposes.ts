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
/** What shows no place: signatures and documents. */
export const papers = ['signature', 'document'] as const satisfies readonly (typeof photoPurposes)[number][];
export type PhotoPurpose = (typeof photoPurposes)[number];

/** What shows in a case how it looked before: a whistle over the case takes these pictures over. */
export const beforePurposes = ['report', 'verification'] as const satisfies readonly PhotoPurpose[];

/** What proves that something was done. */
export const proofs = ['work', 'feedback', 'inspection', 'acceptance'] as const satisfies readonly PhotoPurpose[];
