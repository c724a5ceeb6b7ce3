export { AcknowledgeDialog } from './components/acknowledge-dialog.tsx';
export { HolderCell } from './components/holder-cell.tsx';
export { useWhistleCounts, useWhistlePages } from './hooks/use-whistle-list.ts';
export type { WhistleLine } from './whistle-types.ts';
