import { describe, expect, it } from 'vitest';
import { roles } from '#shared/identity/identity-schema.ts';
import { homeOfPosts } from './home-of-posts.ts';

describe('homeOfPosts', () => {
  it.each([
    ['gridWorker', '/f'],
    ['buildingHead', '/f'],
    ['estateGroupLeader', '/f'],
    ['inspector', '/f'],
    ['resident', '/r'],
    ['dispatcher', '/d'],
    ['departmentHandler', '/d'],
    ['departmentLead', '/d'],
    ['streetOperator', '/d'],
    ['callbackOfficer', '/d'],
    ['auditor', '/d'],
    ['secretary', '/s'],
    ['administrator', '/a'],
  ] as const)('%s starts at %s', (role, home) => {
    expect(homeOfPosts([{ role }])).toBe(home);
  });

  it('gives everybody a start', () => {
    for (const role of roles) expect(homeOfPosts([{ role }])).toMatch(/^\/[frdsa]$/);
    expect(homeOfPosts([])).toBe('/r');
  });

  it('lets field work win over the desk', () => {
    expect(homeOfPosts([{ role: 'secretary' }, { role: 'gridWorker' }])).toBe('/f');
  });
});
