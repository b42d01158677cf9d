import { createHash, randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import type { SeededOrganization } from '#test/factories/seed-organization';
import { readLog } from '#test/integration/audit/tamper';
import { type Answer, form } from '#test/setup/http-client';
import { TEST_PASSWORD, type TestWeb } from '#test/setup/web';

type Fields = Readonly<Record<string, string>>;

/** What tests of members and invitations do over HTTP and see in the database. */
export function membersScene(web: TestWeb) {
  const admin = postgres(web.db.urls.admin, { max: 4, onnotice: () => {} });
  afterAll(() => admin.end());
  const { a } = web;
  const page = `/o/${a.slug}/settings/members`;
  const ask = (cookie: string, fields: Fields, path = page): Promise<Answer> =>
    web.send(path, { ...form(web.origin, fields), cookie });
  let people = 0;
  return {
    admin,
    page,
    /** Sends a form, of the members page when no path is given. */
    ask,
    /** As somebody does who has seen what follows. */
    change: (cookie: string, userId: string, role: string, more: Fields = {}) =>
      ask(cookie, { intent: 'change', member: userId, role, sure: 'yes', ...more }),
    /** Makes all sessions of a user as if they had begun that many minutes ago. */
    age: (userId: string, minutes: number) =>
      admin`update auth.sessions set created_at = now() - ${minutes} * interval '1 minute' where user_id = ${userId}`,
    rightsOf: async (userId: string, of: SeededOrganization = a) =>
      (
        await admin<{ role: string; team_scope: string[]; grants: string[] }[]>`
          select role, team_scope, grants from auth.memberships
           where organization_id = ${of.organizationId} and user_id = ${userId}`
      )[0],
    /** Kinds of the letters that wait about an invitation or a user. */
    mailsAbout: async (subject: string) =>
      (await admin<{ kind: string }[]>`select kind from auth.mail_queue where subject_id = ${subject}`).map(
        ({ kind }) => kind,
      ),
    log: () =>
      readLog(<T>(work: (ctx: TenantContext) => Promise<T>) => web.db.tenant(a.organizationId, work)),
    /** Somebody new who belongs to the organization with this role, signed in. */
    async newMember(role: string, of: SeededOrganization = a) {
      people += 1;
      const [userId, email] = [crypto.randomUUID(), `member${people}@example.org`];
      await admin`insert into auth.users (user_id, email, name, password_hash)
        values (${userId}, ${email}, ${`Member ${people}`}, ${await web.services.passwords.hash(TEST_PASSWORD)})`;
      await admin`insert into auth.memberships (organization_id, user_id, role)
        values (${of.organizationId}, ${userId}, ${role})`;
      return { userId, email, cookie: await web.signIn(email) };
    },
    /** An open invitation by the owner with a known link, as its letter would bring it. */
    async invitation(email: string, role = 'employee') {
      const [id, token] = [crypto.randomUUID(), randomBytes(32).toString('base64url')];
      const hash = createHash('sha256').update(token).digest('hex');
      await admin`insert into auth.invitations
          (invitation_id, organization_id, email, role, token_hash, invited_by, expires_at)
        values (${id}, ${a.organizationId}, ${email}, ${role}, ${hash}, ${a.members.owner.userId},
          now() + interval '7 days')`;
      return { id, token, path: `/invite/${token}` };
    },
  };
}
