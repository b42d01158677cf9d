import { sql } from 'kysely';
import type { Database } from '#db/database';
import { withMembers } from '#db/tenancy';
import { createSessionKeeper } from '~/http/session.server';

/** Makes a sign-in for each person of the bench, a member as employee; the Cookie header of each, by number from 1. */
export async function signInRaters(
  database: Database,
  { organizationId, people }: { readonly organizationId: string; readonly people: number },
): Promise<string[]> {
  const numbers = sql`generate_series(1, ${sql.lit(people)}) as n`;
  const users = await withMembers(
    database,
    { organizationId, actor: { kind: 'operator', id: 'bench' } },
    async ({ tx }) => {
      await sql`insert into auth.users (user_id, email, name)
        select md5(n || 'user')::uuid, 'p' || n || '@bench.test', 'Name ' || n from ${numbers}`.execute(tx);
      await sql`insert into auth.memberships (organization_id, user_id, role)
        select ${organizationId}::uuid, md5(n || 'user')::uuid, 'employee' from ${numbers}`.execute(tx);
      const { rows } = await sql<{ userId: string }>`
        select md5(n || 'user')::uuid as user_id from ${numbers} order by n`.execute(tx);
      return rows;
    },
  );
  const sessions = createSessionKeeper(database, { secure: true });
  const cookies: string[] = [];
  for (const { userId } of users) {
    const cookie = await sessions.signIn(userId, null, {
      stage: 'full',
      method: 'password',
      userAgent: 'bench',
    });
    cookies.push(cookie.split(';')[0] ?? '');
  }
  return cookies;
}
