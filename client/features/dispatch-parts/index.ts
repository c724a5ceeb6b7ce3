export { CaseWhistles } from './case-whistles.tsx';
export { HolderCell } from './holder-cell.tsx';
export { OwnDue } from './own-due.tsx';
export { UnitChip } from './unit-chip.tsx';
export { WhistleDue } from './whistle-due.tsx';
export { WhistleNumbers } from './whistle-line.tsx';
export { whistleMapLook } from './whistle-map-look.ts';
export { WhistleMark, WhistlePill } from './whistle-pill.tsx';
export { whistleRefusalWords } from './whistle-refusal-words.ts';
