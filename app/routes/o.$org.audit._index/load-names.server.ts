import type { TenantArgs } from '~/http/tenant-route.server';
import { listCycles } from '~/modules/assessments/queries/list-cycles';
import { titlesOf } from '~/modules/capability/queries/titles-of';
import { entryReferences, type Reference } from '~/modules/organizations/domain/audit/entry-in-words';
import { listActors } from '~/modules/organizations/queries/list-actors';
import type { AuditPage } from '~/modules/organizations/queries/list-audit-entries';
import { listSubjectNames } from '~/modules/people/queries/list-subject-names';
import { type AuditNames, invitationNames } from './entry-views';

type Args = Pick<TenantArgs, 'ctx' | 'viewer' | 'context'>;

/**
 * The names of everybody and everything that these entries name by id, as the organization has them.
 * @param asked `kind:id` of the address, which may hold anybody's id: it is looked up among the organization's own alone
 */
export async function loadAuditNames(
  { ctx, viewer, context }: Args,
  page: AuditPage,
  asked = '',
): Promise<AuditNames> {
  const { id, name } = viewer.organization;
  const references = page.entries.flatMap(({ action, details, subjectKind, subjectId }): Reference[] => [
    { kind: subjectKind, id: subjectId },
    ...entryReferences(action, details),
  ]);
  const idsOf = (kind: string) => references.filter((one) => one.kind === kind).map((one) => one.id);
  // Users by what the organization's log itself says: an id that somebody asked for is anybody's.
  const users = references.filter((one) => one.kind === 'user' && !one.asked).map((one) => one.id);
  const acting = page.entries.map(({ actorId }) => actorId);
  const actors = await listActors(context.database, id, [...acting, ...users]);
  const own = references.map((reference) => `${reference.kind}:${reference.id}`);
  const subjects = await listSubjectNames(ctx, [...own, asked]);
  subjects.set(`organization:${id}`, name);
  for (const [invitation, said] of invitationNames(page)) subjects.set(invitation, said);
  if (idsOf('cycle').length > 0)
    for (const cycle of await listCycles(ctx)) subjects.set(`cycle:${cycle.cycleId}`, cycle.name);
  const titles = await titlesOf(ctx, idsOf('occupation'));
  for (const [soc, title] of Object.entries(titles)) subjects.set(`occupation:${soc}`, `${title} (${soc})`);
  return { actors, subjects };
}
