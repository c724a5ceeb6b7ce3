export type { PhotoPurpose } from '#shared/files/files-schema.ts';
export { failureWords, type RefusalLookup, readFailure } from './api-error.ts';

export { type Theme, useDisplay } from './display.tsx';
export {
  formatDays,
  formatDistance,
  formatMonth,
  formatRate,
} from './format-time.ts';
export { FreshnessStamp } from './freshness-stamp.tsx';
export { defineTexts, type Say, useLabel, useLocale } from './i18n.tsx';

export { type Joined, listed, phrased, useJoined, withAside } from './joined-words.ts';
export { readRemembered, remember } from './remembered.ts';
export { saveFile } from './save-file.ts';
export { safeReturn, signInAddress, useSession } from './session.ts';
export { shrinkPhoto } from './shrink-photo.ts';
export { OnPaper, type TimeWords, TimeZoneProvider, useTimeWords } from './time-zone.tsx';
export { useTRPC, useTRPCClient } from './trpc.ts';
export { type UploadAnswer, uploadPhoto } from './upload-photo.ts';
export { currentNow } from './use-now.ts';
export { useOnline } from './use-online.ts';
export {
  askPosition,
  type FoundPosition,
  type PositionProblem,
  type PositionState,
  usePosition,
} from './use-position.ts';
