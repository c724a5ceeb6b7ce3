export type { PhotoPurpose } from '#shared/files/files-schema.ts';
export { type ApiFailure, failureWords, type RefusalLookup, readFailure } from './api-error.ts';
export { AppProviders } from './app-providers.tsx';
export { applyRememberedTheme, DisplayProvider, type Theme, themes, useDisplay } from './display.tsx';
export {
  formatClock,
  formatDay,
  formatDistance,
  formatDuration,
  formatFull,
  formatMoment,
  formatRate,
  formatSpoken,
  type TimeWriting,
} from './format-time.ts';
export { FreshnessStamp } from './freshness-stamp.tsx';
export { defineTexts, LocaleProvider, type Params, type Say, useLabel, useLocale } from './i18n.tsx';
export { type Freshness, LiveProvider, useFreshness } from './live.tsx';
export { readRemembered, remember } from './remembered.ts';
export { safeReturn, signInAddress, useSession } from './session.ts';
export { type ShrunkPhoto, shrinkPhoto } from './shrink-photo.ts';
export { type TimeWords, TimeZoneProvider, useTimeWords } from './time-zone.tsx';
export { useTRPC, useTRPCClient } from './trpc.ts';
export { type PhotoUpload, type UploadAnswer, uploadPhoto } from './upload-photo.ts';
export { currentNow, useNow } from './use-now.ts';
export { useOnline } from './use-online.ts';
export {
  askPosition,
  type FoundPosition,
  type PositionAnswer,
  type PositionProblem,
  type PositionState,
  usePosition,
} from './use-position.ts';
