import { randomBytes } from 'node:crypto';
import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { Conflict, InvalidInput, NotFound } from '~/shared/errors';
import { deleteDomain, insertDomain, listDomains, verifyDomainRow } from '../../data/sso-domains';
import { domainName, proofHost, proofText } from '../../domain/sso/email-domain';
import { changeAsAdministrator, type MemberViewer } from '../change-as-administrator';
import { recordAudit } from '../record-audit';

/** The texts of a name's TXT records; empty when there are none. Rejects when the DNS does not answer. */
export type ResolveText = (host: string) => Promise<readonly string[]>;

const MOST_DOMAINS = 20;

/** Adds a domain that is to be verified. Throws InvalidInput for what is none, Conflict for one that is there. */
export async function addDomain(database: Database, viewer: MemberViewer, text: string): Promise<void> {
  const domain = domainName(text);
  if (!domain) throw refusedDomain('Enter a domain, such as example.org.');
  await changeAsAdministrator(database, viewer, async (ctx) => {
    const { organizationId } = ctx;
    if ((await listDomains(ctx, organizationId)).length >= MOST_DOMAINS)
      throw new Conflict(`An organization has at most ${MOST_DOMAINS} domains.`);
    const token = randomBytes(16).toString('hex');
    if (!(await insertDomain(ctx, organizationId, { domain, token })))
      throw refusedDomain('This domain is in the list already.');
    const subject = { kind: 'organization', id: organizationId } as const;
    recordAudit(ctx, { action: 'sso.domain', subject, details: { domain, what: 'added' } });
  });
}

/**
 * Looks for the proof in the DNS, outside of any transaction.
 * @throws NotFound for a domain that is not in the list; Conflict when the proof is not found.
 */
export async function verifyDomain(
  { database, resolveText }: { readonly database: Database; readonly resolveText: ResolveText },
  viewer: MemberViewer,
  domain: string,
): Promise<void> {
  const rows = await withAuth(database, (ctx) => listDomains(ctx, viewer.organization.id));
  const row = rows.find((one) => one.domain === domain);
  if (!row) throw new NotFound('There is no such domain.');
  const host = proofHost(domain);
  const texts = await resolveText(host).catch((): readonly string[] => []);
  if (!texts.includes(proofText(row.token)))
    throw new Conflict(
      `No record with the right text was found at ${host}. A new record can take some time to be seen everywhere.`,
    );
  await changeAsAdministrator(database, viewer, async (ctx) => {
    const { organizationId } = ctx;
    if (!(await verifyDomainRow(ctx, organizationId, row))) throw new NotFound('There is no such domain.');
    const subject = { kind: 'organization', id: organizationId } as const;
    recordAudit(ctx, { action: 'sso.domain', subject, details: { domain, what: 'verified' } });
  });
}

/** Takes a domain away: the provider vouches for its addresses no more; who is connected stays so. Throws NotFound. */
export async function removeDomain(database: Database, viewer: MemberViewer, domain: string): Promise<void> {
  await changeAsAdministrator(database, viewer, async (ctx) => {
    const { organizationId } = ctx;
    if (!(await deleteDomain(ctx, organizationId, domain))) throw new NotFound('There is no such domain.');
    const subject = { kind: 'organization', id: organizationId } as const;
    recordAudit(ctx, { action: 'sso.domain', subject, details: { domain, what: 'removed' } });
  });
}

function refusedDomain(detail: string): InvalidInput {
  return new InvalidInput(detail, [{ pointer: 'domain', detail }]);
}
