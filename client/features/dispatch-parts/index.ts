export { CaseWhistles } from './case-whistles.tsx';
export { type ChipUnit, UnitChip } from './unit-chip.tsx';
export { WhistleDue } from './whistle-due.tsx';
export { WhistlePill } from './whistle-pill.tsx';
export { whistleRefusalWords } from './whistle-refusal-words.ts';
export { whistleStateLooks } from './whistle-state-look.ts';
