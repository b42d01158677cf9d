import type { TenantContext } from '#db/tenancy';
import { markPeopleChanged } from '#jobs/mark-changed';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { Conflict, InvalidInput } from '~/shared/errors';
import { lockPeopleImport } from '../data/import-lock';
import { countPeopleBySite, listPeopleAtBoth, moveSitePeople, moveSitePositions } from '../data/site-people';
import { deleteSite, listSites } from '../data/sites';
import { employeeChange } from '../domain/employee-differences';
import { sameEmployment } from '../domain/employee-state';
import { mapFrom } from '../domain/timeline';
import { applyEmployeeChanges } from './apply-employee-changes';
import { requireSite } from './change-sites';
import { loadEmployeeStates } from './load-employee-states';
import { loadKnownNames } from './load-known-names';

const FROM_THE_BEGINNING = '0001-01-01';

export interface SiteMerge {
  readonly siteId: string;
  readonly into: string;
  /** People in the history of the site as they were counted when it was asked for. */
  readonly seen?: number;
}

/**
 * Makes two sites one: everybody who is, was or will be at the first is at the second, and the first is gone. Periods
 * that differed in the site alone become one. Throws NotFound, InvalidInput for the same site twice, Conflict when
 * other people are there than were seen. Gives how many people.
 */
export async function mergeSites(ctx: TenantContext, { siteId, into, seen }: SiteMerge): Promise<number> {
  await lockPeopleImport(ctx);
  const sites = await listSites(ctx);
  const [from, to] = [requireSite(sites, siteId), requireSite(sites, into)];
  if (siteId === into) {
    const detail = 'Choose another site to merge it into.';
    throw new InvalidInput(detail, [{ pointer: '/into', detail }]);
  }
  const people = (await countPeopleBySite(ctx, FROM_THE_BEGINNING)).get(siteId)?.ever ?? 0;
  if (seen !== undefined && seen !== people)
    throw new Conflict('The people of the site changed while this page was open. Look at it as it is now.');
  await joinPeriods(ctx, { from: from.name, to: to.name, ids: [siteId, into] });
  await markPeopleChanged(ctx, await moveSitePeople(ctx, siteId, into));
  await moveSitePositions(ctx, siteId, into);
  await deleteSite(ctx, siteId);
  recordAudit(ctx, {
    action: 'site.change',
    subject: { kind: 'site', id: siteId },
    details: { what: 'merge', into, people },
  });
  return people;
}

/** Rewrites the periods of people who have both sites, as an import would; for all others one statement is enough. */
async function joinPeriods(
  ctx: TenantContext,
  { from, to, ids }: { readonly from: string; readonly to: string; readonly ids: readonly [string, string] },
): Promise<void> {
  const both = await listPeopleAtBoth(ctx, ids);
  if (both.length === 0) return;
  const today = await organizationDay(ctx);
  const names = await loadKnownNames(ctx, today);
  const states = await loadEmployeeStates(ctx, new Set(both.map(({ externalId }) => externalId)), names);
  const changes = [...states.values()].map((before) => {
    const employments = mapFrom(
      before.employments,
      { from: FROM_THE_BEGINNING, apply: (facts) => (facts.site === from ? { ...facts, site: to } : facts) },
      sameEmployment,
    );
    return employeeChange(before, { ...before, employments }, today);
  });
  await applyEmployeeChanges(ctx, changes, names);
}
