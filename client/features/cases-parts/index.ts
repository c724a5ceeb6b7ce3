export { AskedBanner } from './asked-banner.tsx';
export {
  caseFlagWords,
  caseStateWords,
  lightWord,
  litLook,
  mapLookOf,
  type PillLook,
} from './case-state-look.ts';
export { CaseThread, type ThreadItem } from './case-thread.tsx';
export { CategoryTile } from './category-tile.tsx';
export { DueClock } from './due-clock.tsx';
export { dueDays } from './due-days.ts';
export { type DueDay, DueExplain } from './due-explain.tsx';
export { dueGroupOf, dueGroups } from './due-groups.ts';
export { clockLight, type DueTone, dueTone, usedShare } from './due-tone.ts';

export { DueGroupTitle } from './group-title.tsx';
export { GridBadge, Seal } from './seal.tsx';
export { FlagPill, Pill, PillMark, StatusMark, StatusPill } from './status-pill.tsx';
export { Avatar, WhoHolds } from './who-holds.tsx';
