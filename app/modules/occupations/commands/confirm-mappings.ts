import { randomUUID } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { holdImportsOfPeople } from '~/modules/people/commands/erase-employee';
import { mapPeople, type OccupationsChange } from '~/modules/people/commands/map-people';
import { listPeopleOfTitles, type PersonOfTitle } from '~/modules/people/queries/list-people-of-titles';
import { Conflict, InvalidInput } from '~/shared/errors';
import { insertMappedOccupations, upsertMappedOccupations } from '../data/mapped-occupations';
import { type ConfirmationPeriod, insertConfirmation } from '../data/mapping-confirmations';
import { upsertTitleMappings } from '../data/title-mappings';
import type { MappingConfirmation, MappingDecision } from '../domain/mapping/mapping-decision';
import { checkShares } from '../domain/mapping/occupation-shares';
import { type JudgedTitle, type JudgedTitles, judgedTitles } from '../queries/judged-titles';

export interface Confirmed {
  readonly titles: number;
  /** People of whom something changed. */
  readonly people: number;
}

/** A decision with the cluster that it is about. */
interface Matter {
  readonly decision: MappingDecision;
  readonly cluster: JudgedTitle;
}

/**
 * Has people hold the occupations that a person decided for their titles, and remembers the decisions: all or nothing,
 * while no import of people runs. It can be taken back until the next one (undoConfirmation).
 * @param confirmedBy Id of the user who decided.
 * @throws Conflict when a title was decided meanwhile, or nobody has it; InvalidInput for unknown codes or wrong shares.
 */
export async function confirmMappings(
  ctx: TenantContext,
  { decisions, from }: MappingConfirmation,
  confirmedBy: string,
): Promise<Confirmed> {
  await holdImportsOfPeople(ctx);
  const today = await organizationDay(ctx);
  const all = await judgedTitles(ctx, { day: today, teamIds: null });
  const matters = decisions.map((decision) => matterOf(decision, all));
  const people = await peopleOf(ctx, matters, today);
  const changes = await mapPeople(ctx, people, { from, today, confirmedBy });
  await remember(ctx, { matters, names: all.live, confirmedBy });
  await keep(ctx, { matters, changes, confirmedBy });
  const codes = [
    ...new Set(decisions.flatMap(({ occupations }) => occupations.map(({ soc }) => soc))),
  ].sort();
  const done = { titles: matters.length, people: changes.length };
  recordAudit(
    ctx,
    {
      action: 'mapping.confirm',
      subject: { kind: 'organization', id: ctx.organizationId },
      details: { ...done, codes },
    },
    { kind: 'user', id: confirmedBy },
  );
  return done;
}

function matterOf(decision: MappingDecision, { clusters, names }: JudgedTitles): Matter {
  const cluster = clusters.find(({ key }) => key === decision.key);
  if (!cluster) throw new Conflict('Nobody has one of the titles any more. Look at the list again.');
  if ((cluster.decision?.version ?? 0) !== decision.version)
    throw new Conflict(`Somebody has decided about "${cluster.title}" meanwhile. Look at the list again.`);
  const unknown = decision.occupations.find(({ soc }) => !names.has(soc));
  if (unknown)
    throw new InvalidInput(`There is no occupation ${unknown.soc.slice(0, 20)}.`, [
      { pointer: 'soc', detail: 'Use the code of an occupation of the catalogue, such as 33-9032.00.' },
    ]);
  return { cluster, decision: { ...decision, occupations: [...checkShares(decision.occupations)] } };
}

async function peopleOf(ctx: TenantContext, matters: readonly Matter[], day: string) {
  const matterByTitle = new Map(
    matters.flatMap((matter) =>
      matter.cluster.spellings.map((spelling) => [spelling.title, { matter, spelling }]),
    ),
  );
  const holders = await listPeopleOfTitles(ctx, { day, teamIds: null, titles: [...matterByTitle.keys()] });
  const chosen = holders.flatMap((person) => {
    const found = matterByTitle.get(person.title);
    if (!found || !isMeant(person, found.matter)) return [];
    const { spelling, matter } = found;
    const occupations = matter.decision.occupations.map(({ soc, share, roleBand }) => ({
      soc,
      share,
      roleBand: roleBand ?? spelling.bandHint,
    }));
    return [{ employeeId: person.employeeId, occupations }];
  });
  const ids = new Set(chosen.map(({ employeeId }) => employeeId));
  const named = matters.flatMap(({ decision }) => (Array.isArray(decision.people) ? decision.people : []));
  if (!named.every((id) => ids.has(id)))
    throw new Conflict('Somebody of those chosen has another title now. Look at the list again.');
  return chosen;
}

function isMeant({ employeeId, occupations }: PersonOfTitle, { decision, cluster }: Matter): boolean {
  if (Array.isArray(decision.people)) return decision.people.includes(employeeId);
  if (decision.people === 'all') return true;
  if (decision.people === 'none') return false;
  const settled = occupations.length > 0 && occupations.every(({ confirmedBy }) => confirmedBy !== null);
  if (decision.people === 'unmapped') return !settled;
  return !settled || occupations.some(({ soc }) => cluster.doubted.includes(soc));
}

const isForTitle = ({ decision }: Matter) => !Array.isArray(decision.people);

async function remember(
  ctx: TenantContext,
  said: {
    readonly matters: readonly Matter[];
    readonly names: ReadonlyMap<string, string>;
    readonly confirmedBy: string;
  },
): Promise<void> {
  const kept = said.matters.filter(isForTitle);
  await upsertTitleMappings(
    ctx,
    kept.map(({ decision: { key, version } }) => ({
      titleKey: key,
      version: version + 1,
      confirmedBy: said.confirmedBy,
      confirmedAt: ctx.now,
    })),
    kept.flatMap(({ decision: { key, occupations } }) =>
      occupations.map((one) => ({ titleKey: key, ...one })),
    ),
  );
  const notes = (matters: readonly Matter[]) =>
    matters.flatMap(({ cluster: { held }, decision: { key, occupations, people } }) =>
      (people === 'none' ? held : occupations).flatMap(({ soc }) => {
        const socTitle = said.names.get(soc);
        return socTitle === undefined ? [] : [{ titleKey: key, soc, socTitle }];
      }),
    );
  await upsertMappedOccupations(ctx, notes(kept));
  await insertMappedOccupations(ctx, notes(said.matters.filter((matter) => !isForTitle(matter))));
}

async function keep(
  ctx: TenantContext,
  done: {
    readonly matters: readonly Matter[];
    readonly changes: readonly OccupationsChange[];
    readonly confirmedBy: string;
  },
): Promise<void> {
  const decisions = done.matters.filter(isForTitle).map(({ cluster, decision }) => ({
    titleKey: cluster.key,
    version: decision.version + 1,
    before: cluster.decision?.occupations ?? null,
  }));
  const periods = done.changes.flatMap(({ before, after }): ConfirmationPeriod[] => [
    ...before.map((row) => ({ ...row, side: 'before' })),
    ...after.map((row) => ({ ...row, side: 'after' })),
  ]);
  await insertConfirmation(
    ctx,
    {
      confirmationId: randomUUID(),
      confirmedBy: done.confirmedBy,
      confirmedAt: ctx.now,
      people: done.changes.length,
      titles: done.matters.length,
      decisions,
    },
    periods,
  );
}
