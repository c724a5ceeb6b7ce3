import type { Role } from '#shared/identity/identity-schema.ts';

/** Where each role starts; of several posts the first in this order decides, so that field people land outdoors. */
const homes: readonly (readonly [Role, string])[] = [
  ['gridWorker', '/f'],
  ['buildingHead', '/f'],
  ['estateGroupLeader', '/f'],
  ['inspector', '/f'],
  ['secretary', '/s'],
  ['dispatcher', '/d'],
  ['streetOperator', '/d'],
  ['departmentHandler', '/d'],
  ['departmentLead', '/d'],
  ['callbackOfficer', '/d'],
  ['auditor', '/d'],
  ['administrator', '/a'],
];

/** The start page of a person with these posts; a person without any is a resident. */
export function homeOfPosts(posts: readonly { role: Role }[]): string {
  return homes.find(([role]) => posts.some((post) => post.role === role))?.[1] ?? '/r';
}
