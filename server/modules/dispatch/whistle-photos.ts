import type { WhistleCommand } from '#shared/dispatch/whistle-actions.ts';
import type { PhotoPurpose } from '#shared/files/files-schema.ts';
import type { FileId } from '#shared/kernel/ids.ts';

/** The files an action brings along and what each shows. */
export function photosOfWhistle({ action, input }: WhistleCommand): { purpose: PhotoPurpose; ids: readonly FileId[] }[] {
  switch (action) {
    case 'recordVisit':
      return [
        { purpose: 'visit', ids: input.photoIds },
        { purpose: 'signature', ids: input.signatureIds },
      ];
    case 'completeTask':
      return [
        { purpose: 'work', ids: input.photoIds },
        { purpose: 'document', ids: input.documentIds },
      ];
    case 'acceptWork':
    case 'rejectWork':
      return [{ purpose: 'acceptance', ids: input.photoIds }];
    case 'addNote':
      return [{ purpose: 'note', ids: input.photoIds }];
    default:
      return [];
  }
}
