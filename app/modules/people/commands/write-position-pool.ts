import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { InvalidInput } from '~/shared/errors';
import { listEmployees } from '../data/employees';
import { lockPeopleImport } from '../data/import-lock';
import { type CandidateRow, replaceCandidates, replacePoolFilters } from '../data/position-pools';
import { listSites } from '../data/sites';
import { OCCUPATION_CODE } from '../domain/occupation-cell';
import type { PoolFilters } from '../domain/position-pool';
import { isRoleBand } from '../domain/role-band';
import { getTeamTree } from '../queries/get-team-tree';
import { requirePosition } from './change-position';

interface PoolWrite {
  readonly positionId: string;
  readonly filters: PoolFilters;
  /** People entered by hand; undefined: they stay, for whoever may not see them. */
  readonly candidates: readonly CandidateRow[] | undefined;
  readonly today: string;
}

/** Writes from where a post may be filled, and who is entered by hand. @throws NotFound, InvalidInput. */
export async function writePositionPool(ctx: TenantContext, write: PoolWrite): Promise<void> {
  const { positionId, filters, candidates, today } = write;
  await lockPeopleImport(ctx);
  await requirePosition(ctx, positionId);
  await check(ctx, filters, today);
  await replacePoolFilters(ctx, positionId, rowsOf(filters));
  if (candidates) {
    const ids = candidates.map(({ employeeId }) => employeeId);
    const known = await listEmployees(ctx, ids);
    if (known.length < new Set(ids).size || ids.length > known.length)
      refuse('candidates', 'Somebody is not known, or stands there twice.');
    await replaceCandidates(ctx, positionId, candidates);
  }
  recordAudit(ctx, {
    action: 'position.change',
    subject: { kind: 'position', id: positionId },
    details: { what: 'pool', fields: ['filters', ...(candidates ? ['candidates'] : [])] },
  });
}

function rowsOf({ bands, occupations, teamIds, siteIds }: PoolFilters) {
  const rows = (kind: 'band' | 'occupation' | 'team' | 'site', values: readonly (string | number)[]) =>
    [...new Set(values.map(String))].map((value) => ({ kind, value }));
  return [
    ...rows('band', bands),
    ...rows('occupation', occupations),
    ...rows('team', teamIds),
    ...rows('site', siteIds),
  ];
}

async function check(ctx: TenantContext, filters: PoolFilters, today: string): Promise<void> {
  const { bands, occupations, teamIds, siteIds } = filters;
  if (!bands.every(isRoleBand)) refuse('bands', 'A role band is 1 to 4.');
  if (!occupations.every((code) => OCCUPATION_CODE.test(code)))
    refuse('occupations', 'Codes such as 33-9032.00, one a line.');
  const teams = new Set((await getTeamTree(ctx, today)).map(({ teamId }) => teamId));
  if (!teamIds.every((id) => teams.has(id))) refuse('teamIds', 'There is no such team.');
  const sites = new Set((await listSites(ctx)).map(({ siteId }) => siteId));
  if (!siteIds.every((id) => sites.has(id))) refuse('siteIds', 'There is no such site.');
}

function refuse(pointer: string, detail: string): never {
  throw new InvalidInput(detail, [{ pointer, detail }]);
}
