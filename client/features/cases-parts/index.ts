export {
  type CaseFlag,
  caseFlagLooks,
  caseFlags,
  caseFlagWords,
  caseStateLooks,
  caseStateWords,
  type PillLook,
  type PillTone,
} from './case-state-look.ts';
export { CaseThread, type ThreadItem } from './case-thread.tsx';
export { CategoryTile } from './category-tile.tsx';
export { DueClock } from './due-clock.tsx';
export { dueDays } from './due-days.ts';
export { type DueDay, type DueDayKind, DueExplain } from './due-explain.tsx';
export { type DueTone, dueTone, soonFrom, usedShare } from './due-tone.ts';
export { KnotMark, type KnotState } from './knot-mark.tsx';
export { GridBadge, Seal } from './seal.tsx';
export { FlagPill, Pill, StatusMark, StatusPill } from './status-pill.tsx';
export { Avatar, WhoHolds } from './who-holds.tsx';
