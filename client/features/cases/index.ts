export { CasePanel } from './components/case-panel.tsx';

export { CaseTable } from './components/case-table.tsx';
export { DeskFrame } from './components/desk-frame.tsx';
export { DueWhy } from './components/due-why.tsx';

export { type KeyHint, KeysBar } from './components/keys-bar.tsx';

export { readDeskSearch } from './hooks/desk-search.ts';
export { useCaseActions } from './hooks/use-case-actions.tsx';
export { useCase, useViewCounts } from './hooks/use-case-list.ts';
export { useKeys } from './hooks/use-keys.ts';
export { useRowCursor } from './hooks/use-row-cursor.ts';
export { usePhone, useScreenUpTo } from './hooks/use-small-screen.ts';
