import { roleLabels } from '#shared/identity/identity.i18n.ts';
import type { Role } from '#shared/identity/identity-schema.ts';
import type { Label } from '#shared/kernel/label.ts';
import type { Ladder } from '#shared/territory/ladder.ts';
import { titleOf } from '#shared/territory/ladder.ts';

/** The community's own title of a post, else the product's. */
export function postTitle(ladder: Ladder, role: string): Label {
  const known = Object.hasOwn(roleLabels, role) ? (role as Role) : null;
  if (!known) return { zh: role, en: role };
  // the first rung's title names the place, not the person
  return known === 'secretary' ? roleLabels[known] : (titleOf(ladder, known) ?? roleLabels[known]);
}
