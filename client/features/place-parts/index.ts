export { boxAround } from './box-around.ts';
export { useMapWords } from './map-words.ts';
export { PickOnMap } from './pick-on-map.tsx';
export { useBaseMap } from './use-base-map.ts';
