export { importTerritory, type TerritoryImport, type TerritoryImportInput } from './commands/import-territory.ts';
export { districtOf, districtZones, homeDistrict, homeDistricts } from './queries/district-of.ts';
export { type PlacedInDistrict, placePoint } from './queries/place-point.ts';
export { readDutyChain } from './queries/read-duty-chain.ts';
export { readUnit } from './queries/read-unit.ts';
export { territoryRouter } from './router.ts';
export type { Unit } from './unit-dto.ts';
