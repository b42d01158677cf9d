import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import type { DayText } from '~/shared/calendar-day';
import { Conflict, InvalidInput, NotFound } from '~/shared/errors';
import { findEmployment } from '../data/employments';
import { lockPeopleImport } from '../data/import-lock';
import { listAllPositions, listPositionsById, type PositionRow } from '../data/positions';
import { listSites } from '../data/sites';
import type { KnownHorizon } from '../domain/horizon';
import { OCCUPATION_CODE } from '../domain/occupation-cell';
import type { PositionFacts } from '../domain/plan-positions';
import { getTeamTree } from '../queries/get-team-tree';
import { applyPositionChanges, type PositionChange } from './apply-position-changes';

/** What a change of a post may say; what it does not say stays. */
export interface PositionWrite extends Partial<PositionFacts> {
  /** Only for a new post; not given: the next free number. */
  readonly externalId?: string;
  readonly incumbentId?: string | null;
  /** The first day of the incumbent or of the vacancy; not given: today. */
  readonly from?: DayText;
  readonly horizon?: KnownHorizon | null;
  /** The first day on which the post is no more; null: it stands. */
  readonly closedOn?: DayText | null;
}

interface Given {
  /** The organization's day. */
  readonly today: DayText;
  /** The state that the person saw; another one is a Conflict. */
  readonly revision?: number;
}

/** Adds a post. @returns its id. @throws InvalidInput, Conflict where its number is taken. */
export async function addPosition(
  ctx: TenantContext,
  write: PositionWrite & Pick<PositionFacts, 'title' | 'teamId'>,
  given: Given,
): Promise<string> {
  await lockPeopleImport(ctx);
  const all = await listAllPositions(ctx);
  const externalId = write.externalId || nextNumber(all);
  if (all.some((row) => row.externalId === externalId))
    throw new Conflict('Another post has this number.', [
      { pointer: 'externalId', detail: 'Another post has this number.' },
    ]);
  const before: PositionRow = {
    positionId: v7(),
    externalId,
    title: write.title,
    soc: null,
    roleBand: null,
    teamId: write.teamId,
    siteId: null,
    critical: false,
    closedOn: null,
    revision: 0,
  };
  await store(ctx, { before, write, given, what: 'added' });
  return before.positionId;
}

/** Changes a post, who holds it, or closes it. @throws NotFound, InvalidInput, Conflict for another revision. */
export async function changePosition(
  ctx: TenantContext,
  positionId: string,
  write: PositionWrite,
  given: Given,
): Promise<void> {
  await lockPeopleImport(ctx);
  const before = await requirePosition(ctx, positionId, given.revision);
  await store(ctx, { before, write, given, what: whatOf(write) });
}

/** A post to write to. @throws NotFound, and Conflict where somebody changed it since the revision. */
export async function requirePosition(
  ctx: TenantContext,
  positionId: string,
  revision?: number,
): Promise<PositionRow> {
  const [row] = await listPositionsById(ctx, [positionId]);
  if (!row) throw new NotFound('There is no such position in this organization.');
  if (revision !== undefined && row.revision !== revision)
    throw new Conflict('Somebody changed this position meanwhile. See what holds now and send it again.');
  return row;
}

type What = 'added' | 'changed' | 'closed' | 'reopened' | 'incumbent';

function whatOf({ closedOn, incumbentId }: PositionWrite): What {
  if (closedOn !== undefined) return closedOn === null ? 'reopened' : 'closed';
  return incumbentId === undefined ? 'changed' : 'incumbent';
}

interface Storing {
  readonly before: PositionRow;
  readonly write: PositionWrite;
  readonly given: Given;
  readonly what: What;
}

async function store(ctx: TenantContext, { before, write, given, what }: Storing): Promise<void> {
  const { incumbentId, from = given.today, horizon, externalId: _given, ...facts } = write;
  await check(ctx, write, { before, from, today: given.today });
  const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  const position: PositionRow = { ...before, ...said, revision: before.revision + 1 };
  const incumbent = incumbentId === undefined ? undefined : { employeeId: incumbentId, from };
  const change: PositionChange = {
    position,
    ...(incumbent ? { incumbent } : {}),
    ...(horizon === undefined ? {} : { horizon }),
  };
  await applyPositionChanges(ctx, [change], given.today);
  recordAudit(ctx, {
    action: 'position.change',
    subject: { kind: 'position', id: position.positionId },
    details: {
      what,
      fields: Object.keys(write)
        .filter((name) => name !== 'horizon')
        .sort(),
    },
  });
  if (horizon !== undefined) recordHorizon(ctx, position.positionId, horizon !== null);
}

/** Says that what is known of a post's horizon was changed, not what it is. */
export function recordHorizon(ctx: TenantContext, positionId: string, known: boolean): void {
  recordAudit(ctx, {
    action: 'horizon.change',
    subject: { kind: 'position', id: positionId },
    details: { known },
  });
}

async function check(
  ctx: TenantContext,
  write: PositionWrite,
  { before, from, today }: { readonly before: PositionRow; readonly from: DayText; readonly today: DayText },
): Promise<void> {
  const { teamId, siteId, soc, incumbentId, closedOn } = write;
  if (before.closedOn !== null && before.closedOn <= from && closedOn === undefined)
    refuse('closedOn', `This post is closed since ${before.closedOn}. Open it again first.`);
  if (closedOn && incumbentId !== undefined)
    refuse(
      'incumbentId',
      'A post is not closed and filled or vacated at once: closing it ends who holds it.',
    );
  if (teamId !== undefined && !(await getTeamTree(ctx, today)).some((team) => team.teamId === teamId))
    refuse('teamId', 'There is no such team.');
  if (siteId && !(await listSites(ctx)).some((site) => site.siteId === siteId))
    refuse('siteId', 'There is no such site.');
  if (soc && !OCCUPATION_CODE.test(soc)) refuse('soc', 'Is not an occupation code such as 33-9032.00.');
  if (!incumbentId) return;
  const employment = await findEmployment(ctx, incumbentId, from);
  if (!employment || employment.status === 'left')
    refuse('incumbentId', 'There is nobody employed on that day with this number.');
}

function refuse(pointer: string, detail: string): never {
  throw new InvalidInput(detail, [{ pointer, detail }]);
}

/** The number after the highest of the form P0001. */
function nextNumber(rows: readonly PositionRow[]): string {
  const numbers = rows.map(({ externalId }) => Number(/^P(\d{1,9})$/u.exec(externalId)?.[1] ?? 0));
  return `P${String(Math.max(0, ...numbers) + 1).padStart(4, '0')}`;
}
