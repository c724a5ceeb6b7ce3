import type { DepartmentId, UnitId, UserId } from '#shared/kernel/ids.ts';

export type TownUnit = { id: UnitId; path: string };
export type TownGrid = TownUnit & { center: { lng: number; lat: number } };
export type TownPerson = { userId: UserId; username: string };

/** Through whose hands the cases of a community go: its own people, its team, its street, its department. */
export type CommunityHand =
  | 'resident'
  | 'dispatcher'
  | 'secretary'
  | 'gridWorker'
  | 'teamHandler'
  | 'streetOperator'
  | 'callbackOfficer'
  | 'handler'
  | 'lead';

export type TownCommunity = TownUnit & {
  street: TownUnit;
  grids: readonly TownGrid[];
  team: DepartmentId;
  /** the department that matters of this community are sent to */
  department: DepartmentId;
  people: Readonly<Record<CommunityHand, TownPerson>>;
};
export type Town = {
  districtId: UnitId;
  districtPath: string;
  communities: readonly TownCommunity[];
  auditor: TownPerson;
  administrator: TownPerson;
};

/** Streets, communities a street, grids a community: a district of middle size. */
export const townSize = { streets: 5, communities: 8, grids: 6, departments: 10 } as const;

/** Grids are squares of half a kilometre, side by side from this corner. */
export const GRID_DEGREES = 0.005;
export const CORNER = { lng: 112.8, lat: 27.7 } as const;
