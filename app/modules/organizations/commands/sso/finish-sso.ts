import { randomUUID } from 'node:crypto';
import { withAuth, withMembers } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { Conflict, Forbidden } from '~/shared/errors';
import type { VouchedPerson } from '~/sso/identity-provider';
import { insertMail } from '../../data/mail-queue';
import { insertMembership, lockMembers } from '../../data/memberships';
import { findDirectoryEntry } from '../../data/organization-directory';
import { type ConnectionRow, findConnection, proveConnection } from '../../data/sso-connections';
import { insertIdentity } from '../../data/sso-identities';
import { type StateRow, takeState } from '../../data/sso-states';
import { insertUser } from '../../data/users';
import { decideEntry, type Entry, REFUSAL_WORDS } from '../../domain/sso/decide-entry';
import { recordAudit } from '../record-audit';
import { checksPurpose, randomHash, type SealedChecks } from './begin-sso';
import { readEntryFacts } from './read-entry-facts';
import { providerSettings, type SsoServices } from './sso-services';

export interface SsoReturn {
  readonly organizationId: string;
  /** The secret of the browser's cookie. */
  readonly browser: string;
  readonly redirectUri: string;
  readonly state: string;
  /** The whole query, with its question mark. */
  readonly query: string;
  /** Who is signed in by the own account now, or null. */
  readonly signedInUserId: string | null;
}

export interface SsoEntered {
  readonly userId: string;
  readonly slug: string;
  /** A path of this site. */
  readonly next: string;
}

const STALE = 'This sign-in is over, was used already, or was begun in another browser. Begin again.';

/**
 * Ends a sign-in that came back from the organization's provider: who it is now, as a member of that organization. A
 * letter tells whoever has an account that the provider is believed about it from now on.
 * @throws Conflict for what is stale or not accepted; Forbidden for somebody who does not come in; Unavailable when the
 * provider is silent.
 */
export async function finishSso(services: SsoServices, returned: SsoReturn): Promise<SsoEntered> {
  const { database, sealer, providers } = services;
  const { organizationId, redirectUri, query, state } = returned;
  const begun = await withAuth(database, async (ctx) => {
    const key = { stateHash: randomHash(state), browserHash: randomHash(returned.browser), organizationId };
    const taken = await takeState(ctx, key);
    return { taken, connection: await findConnection(ctx, organizationId) };
  });
  const { taken, connection } = begun;
  if (!taken || !connection?.enabled) throw new Conflict(STALE);
  const checks = JSON.parse(
    sealer.unseal(taken.sealedChecks, checksPurpose(taken.stateHash)),
  ) as SealedChecks;
  if (checks.issuer !== connection.issuer || checks.clientId !== connection.clientId)
    throw new Conflict(STALE);
  // Who asked to connect the own account must be the one who comes back.
  if (taken.connectUserId !== null && taken.connectUserId !== returned.signedInUserId)
    throw new Conflict(STALE);
  const person = await providers.finish(providerSettings(sealer, connection), {
    redirectUri,
    query,
    state,
    checks,
  });
  const userId = await enter(services, { connection, taken, person });
  const organization = await withAuth(database, (ctx) => findDirectoryEntry(ctx, organizationId));
  if (!organization) throw new Conflict(STALE);
  return { userId, slug: organization.slug, next: taken.nextPath };
}

interface Arrival {
  readonly connection: ConnectionRow;
  readonly taken: StateRow;
  readonly person: VouchedPerson;
}

/** Decides, and writes what is new under the lock of the organization's members, where it is decided once more. */
async function enter({ database }: SsoServices, arrival: Arrival): Promise<string> {
  const { connection, taken, person } = arrival;
  const { organizationId } = connection;
  const asked = { connection, person, connectUserId: taken.connectUserId };
  const first = allowed(decideEntry(await withAuth(database, (ctx) => readEntryFacts(ctx, asked))));
  if (first.kind === 'enter' && connection.provenAt) return first.userId;
  const userId = first.userId ?? randomUUID();
  return withMembers(database, { organizationId, actor: { kind: 'user', id: userId } }, async (ctx) => {
    await lockMembers(ctx, organizationId);
    const entry = allowed(decideEntry(await readEntryFacts(ctx, asked)));
    if (entry.userId !== first.userId) throw new Conflict(STALE);
    await proveConnection(ctx, organizationId);
    if (entry.kind === 'enter') return userId;
    const subject = { kind: 'user', id: userId } as const;
    if (entry.kind === 'join') {
      const { email, name } = person;
      if (entry.userId === null) await addAccount(ctx, { userId, email: email ?? '', name });
      await insertMembership(ctx, { organizationId, userId, role: entry.role, teamScope: [] });
      await enqueue(ctx, 'prepare-release-cuts', {});
      recordAudit(ctx, { action: 'member.join_by_sso', subject, details: { role: entry.role } });
    } else recordAudit(ctx, { action: 'sso.connect', subject, details: {} });
    if (entry.userId !== null)
      await insertMail(ctx, {
        mailId: randomUUID(),
        kind: 'sso-connected',
        organizationId,
        subjectId: userId,
      });
    await insertIdentity(ctx, { organizationId, issuer: person.issuer, subject: person.subject }, userId);
    return userId;
  });
}

interface NewAccount {
  readonly userId: string;
  readonly email: string;
  readonly name: string | null;
}

async function addAccount(ctx: Parameters<typeof insertUser>[0], account: NewAccount): Promise<void> {
  const { userId, email, name } = account;
  if (!(await insertUser(ctx, { userId, email, name: name ?? email.slice(0, 200), passwordHash: null })))
    throw new Conflict(STALE);
}

function allowed(entry: Entry): Exclude<Entry, { kind: 'refused' }> {
  if (entry.kind === 'refused') throw new Forbidden(REFUSAL_WORDS[entry.why]);
  return entry;
}
