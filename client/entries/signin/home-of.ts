import type { Actor, Role } from '#shared/identity/identity-schema.ts';

const homes: Readonly<Partial<Record<Role, string>>> = {
  administrator: '/a',
  auditor: '/a',
  secretary: '/s',
  gridWorker: '/f',
  buildingHead: '/f',
  estateGroupLeader: '/f',
  dispatcher: '/d',
  streetOperator: '/d',
  departmentHandler: '/d',
  departmentLead: '/d',
  inspector: '/d',
  callbackOfficer: '/d',
};

/** Where a person starts: the page of the first post that has one; everyone else is a resident. */
export function homeOf(posts: readonly Pick<Actor['posts'][number], 'role'>[]): string {
  for (const { role } of posts) {
    const home = homes[role];
    if (home) return home;
  }
  return '/r';
}
