import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { Conflict, InvalidInput, NotFound } from '~/shared/errors';
import { lockPeopleImport } from '../data/import-lock';
import { countPeopleBySite, countSitePositions } from '../data/site-people';
import { deleteSite, insertSites, listSites, type SiteRow, updateSiteName } from '../data/sites';
import { textFault } from '../domain/cells';
import { siteKey } from '../domain/site-name';

const MAX_NAME = 200;

/** Adds a site; gives its id. Throws InvalidInput at /name. */
export async function addSite(ctx: TenantContext, wish: { readonly name: string }): Promise<string> {
  await lockPeopleImport(ctx);
  const name = requireSiteName(wish.name, await listSites(ctx));
  const siteId = v7();
  await insertSites(ctx, [{ siteId, name }]);
  recordAudit(ctx, siteChange(siteId, 'add'));
  return siteId;
}

/** Gives a site another name. @param wish.seen the name that was shown. Throws NotFound, InvalidInput, Conflict. */
export async function renameSite(
  ctx: TenantContext,
  wish: { readonly siteId: string; readonly name: string; readonly seen?: string },
): Promise<void> {
  const { siteId, seen } = wish;
  await lockPeopleImport(ctx);
  const sites = await listSites(ctx);
  const known = requireSite(sites, siteId);
  if (seen !== undefined && seen !== known.name)
    throw new Conflict('Somebody renamed the site while this page was open. Look at it as it is now.');
  if (wish.name.trim() === known.name) return;
  const name = requireSiteName(
    wish.name,
    sites.filter((site) => site !== known),
  );
  await updateSiteName(ctx, siteId, name);
  recordAudit(ctx, siteChange(siteId, 'rename'));
}

/** Takes a site away at which nobody is, was or will be. Throws NotFound, Conflict with who and what is there. */
export async function removeSite(ctx: TenantContext, siteId: string): Promise<void> {
  await lockPeopleImport(ctx);
  const { name } = requireSite(await listSites(ctx), siteId);
  const people = (await countPeopleBySite(ctx, '1900-01-01')).get(siteId)?.ever ?? 0;
  const positions = await countSitePositions(ctx, siteId);
  if (people + positions > 0)
    throw new Conflict(
      `${name} cannot be removed: people with it in their history: ${people}, positions: ${positions}. Merge it into another site instead.`,
    );
  await deleteSite(ctx, siteId);
  recordAudit(ctx, siteChange(siteId, 'remove'));
}

/** The site of an id. Throws NotFound. */
export function requireSite(sites: readonly SiteRow[], siteId: string): SiteRow {
  const site = sites.find((one) => one.siteId === siteId);
  if (!site) throw new NotFound('There is no such site in this organization.');
  return site;
}

/** The name, which no other site may have, in capitals or not, with more spaces or fewer. Throws InvalidInput at /name. */
function requireSiteName(text: string, others: readonly SiteRow[]): string {
  const name = text.trim();
  const fault = textFault(name, MAX_NAME);
  const same = others.find((site) => siteKey(site.name) === siteKey(name));
  const detail =
    (name === '' ? 'Give the site a name.' : null) ??
    (fault ? `The name ${fault}` : null) ??
    (same ? `There is a site called ${same.name}.` : null);
  if (detail) throw new InvalidInput(detail, [{ pointer: '/name', detail }]);
  return name;
}

function siteChange(siteId: string, what: 'add' | 'rename' | 'remove') {
  return {
    action: 'site.change',
    subject: { kind: 'site', id: siteId },
    details: { what, into: null, people: 0 },
  } as const;
}
