/** What a photo of a case is for, in the order a case file shows them. */
export const photoPurposes = ['report', 'verification', 'feedback', 'inspection', 'note', 'document'] as const;
export type PhotoPurpose = (typeof photoPurposes)[number];
