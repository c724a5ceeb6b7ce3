import type { Platform } from '#server/platform/context.ts';
import { roleLabels } from '#shared/identity/identity.i18n.ts';
import type { Role } from '#shared/identity/identity-schema.ts';
import type { Content } from './content.ts';
import { type DemoSignIn, readSignIns } from './sign-ins.ts';

type Audience = { path: string; name: string; roles: readonly Role[] };

/** Where each role works; the order of the sheet. */
const audiences: readonly Audience[] = [
  { path: '/r/', name: '居民 Residents', roles: ['resident'] },
  { path: '/f/', name: '网格 Field', roles: ['gridWorker', 'estateGroupLeader', 'buildingHead'] },
  {
    path: '/d/',
    name: '办公 Desk',
    roles: ['dispatcher', 'secretary', 'streetOperator', 'departmentHandler', 'departmentLead', 'inspector', 'callbackOfficer', 'auditor'],
  },
  { path: '/a/', name: '管理 Administration', roles: ['administrator'] },
];

/** What a start prints: the address of every audience's pages and, for a demo, one sign-in a role. */
export async function signInSheet(options: { address: string; platform: Pick<Platform, 'db' | 'now'>; content: Content }): Promise<string> {
  const { address, platform, content } = options;
  const lines = ['', `网格哨 Gridwhistle  ${address}`, ''];
  if (content.kind === 'empty') {
    for (const { path, name } of audiences) lines.push(`  ${name.padEnd(22)} ${address}${path}`);
    lines.push('', '  管理员 Administrator: admin. The password was printed once, when this database was set up.', '');
    return lines.join('\n');
  }
  const signIns = await readSignIns(platform.db);
  for (const { path, name, roles } of audiences) {
    lines.push(`  ${name}  ${address}${path}`);
    for (const role of roles) {
      const signIn = signIns.find((entry) => entry.role === role);
      if (signIn) lines.push(`    ${signInLine(signIn)}`);
    }
    lines.push('');
  }
  if (content.kind === 'city')
    lines.push(`  现在是 This demo lives on ${new Date(platform.now()).toISOString().slice(0, 10)}, after its last record.`, '');
  lines.push(`  验证码 One-time codes are shown on the sign-in page (development inbox): ${address}/signin/`, '');
  return lines.join('\n');
}

function signInLine({ role, name, post, username, password, phone }: DemoSignIn): string {
  const key = username === null ? `phone ${phone ?? ''}  code: see below` : `${username}  ${password ?? ''}`;
  return `${roleLabels[role].zh} ${roleLabels[role].en}: ${key}  (${name}, ${post})`;
}
