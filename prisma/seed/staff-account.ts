import type { Prisma } from '#server/platform/db.ts';
import type { UserId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { namedId } from './named-id.ts';

/** The rows of a staff account that signs in by user name and password; the hash is better-auth's own. */
export function staffAccount(given: { userId: UserId; username: string; name: string; passwordHash: string; at: Instant }): {
  user: Prisma.UserCreateManyInput;
  account: Prisma.AccountCreateManyInput;
} {
  const { userId, username, name, passwordHash } = given;
  const at = new Date(given.at);
  return {
    user: {
      id: userId,
      name,
      username: username.toLowerCase(),
      displayUsername: username,
      email: `${username.toLowerCase()}@staff.invalid`,
      kind: 'staff',
      createdAt: at,
      updatedAt: at,
    },
    account: {
      id: namedId(`account ${userId}`, given.at),
      accountId: userId,
      providerId: 'credential',
      userId,
      password: passwordHash,
      createdAt: at,
      updatedAt: at,
    },
  };
}
