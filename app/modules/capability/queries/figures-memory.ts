import type { TenantContext } from '#db/tenancy';
import {
  type FiguresBlock,
  type FiguresBlocks,
  type FiguresMoment,
  listFiguresBlocks,
} from '../data/figures-blocks';
import { countFigures } from '../data/figures-page';
import type { FiguresSelection, PersonPlace } from '../data/person-figures';
import { type FactsOfPeople, readFacts } from '../domain/person-facts';

/** Where and as what somebody counts, without saying who it is. */
export type FiguresPlace = Omit<PersonPlace, 'employeeId'>;

/** The people of a team as they are kept in memory. */
export interface TeamFigures {
  readonly teamId: string;
  readonly places: readonly FiguresPlace[];
  readonly facts: FactsOfPeople;
}

interface Kept {
  readonly moment: FiguresMoment;
  readonly latest: number;
  readonly people: number;
  readonly teams: ReadonlyMap<string, TeamFigures>;
  /** People of teams that are not computed in full since an upgrade: they are held by their number alone. */
  readonly without: ReadonlyMap<string, number>;
}

/** People of all organizations kept in one process, each of whom takes some 300 bytes. */
const MOST = 500_000;
const EVERYBODY: FiguresSelection = {
  ...{ teamIds: null, siteIds: null, socs: null, bands: null, kinds: null, available: null },
};
const NOTHING: Kept = {
  ...{ moment: { end: 0, running: 0 }, latest: 0, people: 0, teams: new Map(), without: new Map() },
};
const organizations = new Map<string, Kept>();
/** Organizations that a request reads whole at the moment; true: there are too many people to keep. */
const readings = new Map<string, Promise<boolean>>();

/**
 * The compact rows of everybody in the organization as of this moment, from memory but for the teams that changed since
 * somebody asked last. Null where they are counted in the database instead: there are too many people for memory, or
 * some of their rows are older than the last upgrade, or this moment is before what is kept and not the same. What of them is counted is up to the caller's selection.
 * The first request of an organization reads it whole; others that come meanwhile wait for that, and then read what
 * changed, each in its own transaction.
 */
export async function figuresInMemory(ctx: TenantContext): Promise<readonly TeamFigures[] | null> {
  const { organizationId } = ctx;
  // Of those that waited for one who kept nothing, one reads and the others wait again.
  for (;;) {
    const reading = organizations.has(organizationId) ? undefined : readings.get(organizationId);
    if (!reading) break;
    if (await reading) return null;
  }
  if (organizations.has(organizationId)) return readFigures(ctx);
  const figures = readFigures(ctx);
  const reading = figures.then(
    (found) => found === null && !organizations.has(organizationId),
    () => false,
  );
  readings.set(organizationId, reading);
  try {
    return await figures;
  } finally {
    readings.delete(organizationId);
  }
}

async function readFigures(ctx: TenantContext): Promise<readonly TeamFigures[] | null> {
  const { organizationId } = ctx;
  const known = organizations.get(organizationId) ?? NOTHING;
  if (known === NOTHING && (await countFigures(ctx, EVERYBODY)) > MOST) return null;
  const written = await listFiguresBlocks(ctx, { latest: known.latest, people: null });
  const isEarlier = isBefore(written.moment, known.moment);
  if (isEarlier && (written.latest !== known.latest || written.people !== known.people)) return null;
  if (written.latest < known.latest) {
    // The newest row is gone; what somebody deleted themselves may come back.
    if (written.isCommitted) organizations.delete(organizationId);
    return null;
  }
  let kept = withBlocks(known, written);
  if (kept.people !== written.people) {
    // Somebody is gone, or went from a team in which nobody else has changed.
    const all = await listFiguresBlocks(ctx, { latest: known.latest, people: peopleOf(known) });
    kept = withBlocks(known, all);
    if (kept.people !== all.people) {
      organizations.delete(organizationId);
      return null;
    }
  }
  // What somebody reads of their own writes may never be committed.
  if (written.isCommitted) remember(organizationId, kept);
  return kept.without.size === 0 && kept.people <= MOST ? [...kept.teams.values()] : null;
}

function peopleOf({ teams, without }: Pick<Kept, 'teams' | 'without'>): ReadonlyMap<string, number> {
  return new Map([...[...teams].map(([id, { places }]) => [id, places.length] as const), ...without]);
}

function isBefore(one: FiguresMoment, other: FiguresMoment): boolean {
  return one.end < other.end || (one.end === other.end && one.running > other.running);
}

function withBlocks(known: Kept, { blocks, latest, moment }: FiguresBlocks): Kept {
  if (blocks.length === 0) return { ...known, moment };
  const [teams, without] = [new Map(known.teams), new Map(known.without)];
  const same = new Map<string, FiguresPlace>();
  for (const block of blocks) {
    const { teamId, people } = block;
    teams.delete(teamId);
    without.delete(teamId);
    if (block.facts === null) without.set(teamId, people);
    else if (people > 0)
      teams.set(teamId, { teamId, places: readPlaces(block, same), facts: readFacts(block.facts) });
  }
  const counts = peopleOf({ teams, without }).values();
  return { moment, latest, teams, without, people: [...counts].reduce((sum, n) => sum + n, 0) };
}

/** Equal places are one object. */
function readPlaces({ teamId, places }: FiguresBlock, same: Map<string, FiguresPlace>): FiguresPlace[] {
  return places.split('\n').map((line) => {
    const key = `${teamId}\t${line}`;
    const found = same.get(key);
    if (found) return found;
    const [siteId = '', soc = '', band = '', kind = '', available = ''] = line.split('\t');
    const place = {
      ...{ teamId, kind, siteId: siteId || null, soc: soc || null },
      ...{ roleBand: band === '' ? null : Number(band), available: available === 't' },
    };
    same.set(key, place);
    return place;
  });
}

/** Keeps what is not of a moment before what is kept; the least lately asked for go when there are too many people. */
function remember(organizationId: string, kept: Kept): void {
  const other = organizations.get(organizationId);
  organizations.delete(organizationId);
  organizations.set(organizationId, other && isBefore(kept.moment, other.moment) ? other : kept);
  let people = [...organizations.values()].reduce((sum, one) => sum + one.people, 0);
  for (const [oldest, { people: own }] of organizations) {
    if (people <= MOST) break;
    organizations.delete(oldest);
    people -= own;
  }
}
