export { areaNumber } from './area-number.ts';
export { SecretaryFrame } from './components/secretary-frame.tsx';
export { hrefOf } from './hooks/link-search.ts';
export { useOverview } from './hooks/use-overview.ts';
export { useWatchedUnit } from './hooks/use-watched-unit.ts';
