export { AcknowledgeDialog } from './components/acknowledge-dialog.tsx';
export { WhistlePanel } from './components/whistle-panel.tsx';
export { useWhistleCounts, useWhistlePages } from './hooks/use-whistle-list.ts';
export type { WhistleLine } from './whistle-types.ts';
