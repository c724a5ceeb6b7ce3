import type { CaseCommand } from '#shared/cases/cases-actions.ts';
import type { PhotoPurpose } from '#shared/files/files-schema.ts';
import type { FileId } from '#shared/kernel/ids.ts';

export type PhotoUse = { purpose: PhotoPurpose; ids: readonly FileId[] };

/** The files an action brings along and what each shows. */
export function photosOf({ action, input }: CaseCommand): PhotoUse[] {
  switch (action) {
    case 'submit':
      return [{ purpose: 'report', ids: input.photoIds }];
    case 'answerVerification':
      return [{ purpose: 'verification', ids: input.photoIds }];
    case 'selfHandle':
      return [
        { purpose: 'report', ids: input.beforePhotoIds },
        { purpose: 'feedback', ids: input.afterPhotoIds },
      ];
    case 'submitFeedback':
      return [{ purpose: 'feedback', ids: input.photoIds }];
    case 'inspectPass':
    case 'inspectFail':
      return [
        { purpose: 'inspection', ids: input.photoIds },
        { purpose: 'document', ids: input.documentIds },
      ];
    case 'addNote':
    case 'replySupervision':
      return [{ purpose: 'note', ids: input.photoIds }];
    default:
      return [];
  }
}
