export { drop, keep, readAllKept } from './device-store.ts';
export { keepPhoto } from './keep-photo.ts';
export { dropPhotos, readPhoto, sendPhotos } from './kept-photo.ts';
export { photoAddress } from './photo-address.ts';
export { PhotoPicker } from './photo-picker.tsx';
export { photosFailureLabels } from './photos-failure.ts';
export { type KeptDraft, useKeptDraft } from './use-kept-draft.ts';
export { usePhotoUrls } from './use-photo-urls.ts';
