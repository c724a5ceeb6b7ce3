import type { Role } from '#shared/identity/identity-schema.ts';
import { departmentRows } from '../departments.ts';
import { staffRows } from '../people.ts';
import type { StoryPlace } from './story.ts';

/** Who plays which part at a place; user names. `turn` spreads work over people who share a post. */
export type Cast = {
  gridWorker: (place: StoryPlace) => string;
  dispatcher: (place: StoryPlace, turn: number) => string;
  secretary: (place: StoryPlace) => string;
  streetOperator: (turn: number) => string;
  inspector: (turn: number) => string;
  callbackOfficer: string;
  handler: (department: string) => string;
  lead: (department: string) => string;
  isTeam: (department: string) => boolean;
};

const OWN = '友谊河社区';

export const cast: Cast = {
  gridWorker: ({ community, grid }) => oneWith('gridWorker', { place: `${community}/${grid}` }),
  dispatcher: ({ community }, turn) =>
    community === OWN ? turnOf(['yangfan', 'zhoumin'], turn) : oneWith('dispatcher', { place: community }),
  secretary: ({ community }) => oneWith('secretary', { place: community }),
  streetOperator: (turn) => turnOf(['sunlan', 'gaoming'], turn),
  inspector: (turn) => turnOf(['xiebin', 'huangting'], turn),
  callbackOfficer: 'mali',
  handler: (department) => oneWith('departmentHandler', { department }),
  lead: (department) => oneWith('departmentLead', { department }),
  isTeam: (department) => departmentRows.some(({ code, kind }) => code === department && kind === 'communityTeam'),
};

function oneWith(role: Role, where: { place?: string; department?: string }): string {
  const found = staffRows.find(({ posts }) =>
    posts.some((post) => post.role === role && !post.deputy && post.place === where.place && post.department === where.department),
  );
  if (!found) throw new Error(`nobody is ${role} of ${where.place ?? where.department}`);
  return found.username;
}

function turnOf(names: readonly [string, ...string[]], turn: number): string {
  return names[turn % names.length] ?? names[0];
}
