import type { DayText } from '~/shared/calendar-day';
import type { FieldError } from '~/shared/errors';
import { jsonPointer } from '~/shared/json-pointer';
import { contradictions, writtenLevel } from './contradictions';
import { aboutImporter, type Importer } from './importer';
import { type OccupationPeriod, occupationOnDay } from './occupation-on-day';
import type { PostedAssessment } from './posted-assessment';
import type { ResolvedRow } from './resolve-rows';

/** What the names of a call stand for; only whom the token reaches. */
export interface PostedLookups {
  /** Ids of people by external id. */
  readonly employees: ReadonlyMap<string, string>;
  /** Ids of people. */
  readonly people: ReadonlySet<string>;
  /** Ids of cycles. */
  readonly cycles: ReadonlySet<string>;
  /** By employee id. */
  readonly occupations: ReadonlyMap<string, readonly OccupationPeriod[]>;
  /** Who sends them: what others say of them is refused. */
  readonly importer: Pick<Importer, 'employeeId' | 'isToken'>;
  /** Later days are refused. */
  readonly today: DayText;
}

export interface PostedItem {
  readonly index: number;
  readonly item: PostedAssessment;
}

/** The person of an item, as a rating names them. */
export function personOf(
  item: PostedAssessment,
  { employees, people }: Pick<PostedLookups, 'employees' | 'people'>,
): string | undefined {
  if (item.employeeExternalId !== undefined) return employees.get(item.employeeExternalId);
  return item.employeeId !== undefined && people.has(item.employeeId) ? item.employeeId : undefined;
}

const nameOf = ({ employeeId }: PostedAssessment) =>
  employeeId === undefined ? 'employeeExternalId' : 'employeeId';

/** The items with ids instead of names, `line` being their index; whatever is wrong with others, by index. */
export function resolvePosted(
  items: readonly PostedItem[],
  lookups: PostedLookups,
): { readonly rows: readonly ResolvedRow[]; readonly faults: ReadonlyMap<number, readonly FieldError[]> } {
  const faults = new Map<number, FieldError[]>();
  const resolved = items.flatMap(({ index, item }) => {
    const found: FieldError[] = [];
    const at = (name: string, detail: string) =>
      found.push({ pointer: jsonPointer(['items', index, ...(name === '' ? [] : [name])]), detail });
    const row = resolveOne({ index, item }, lookups, at);
    if (found.length > 0) faults.set(index, found);
    return row && found.length === 0 ? [row] : [];
  });
  const against = contradictions(resolved);
  for (const [index, found] of against)
    faults.set(
      index,
      found.map(({ dimension, level, other }) => ({
        pointer: jsonPointer(['items', index, 'ratings']),
        detail: `${dimension}: ${writtenLevel(level)}, but item ${other.line} says ${writtenLevel(other.level)} in the same assessment`,
      })),
    );
  return { rows: resolved.filter(({ line }) => !against.has(line)), faults };
}

function resolveOne(
  { index, item }: PostedItem,
  lookups: PostedLookups,
  fault: (name: string, detail: string) => void,
): ResolvedRow | undefined {
  const { rater, raterExternalId, cycleId = null, assessedOn, occupation, ratings } = item;
  const employeeId = personOf(item, lookups);
  if (employeeId === undefined) fault(nameOf(item), 'is nobody here');
  const named = raterExternalId === undefined ? null : lookups.employees.get(raterExternalId);
  if (named === undefined) fault('raterExternalId', 'is nobody here');
  if (cycleId !== null && !lookups.cycles.has(cycleId)) fault('cycleId', 'is no cycle here');
  if (assessedOn > lookups.today) fault('assessedOn', `is in the future (today is ${lookups.today})`);
  if (employeeId === undefined || named === undefined) return undefined;
  if (employeeId === lookups.importer.employeeId && rater !== 'self')
    fault(nameOf(item), aboutImporter(lookups.importer));
  if (rater === 'self' && named !== null && named !== employeeId)
    fault('raterExternalId', 'names someone else, but the rater is self');
  if (rater !== 'self' && named === employeeId)
    fault('raterExternalId', `names the rated person, but the rater is ${rater}`);
  const soc = occupation ?? occupationOnDay(lookups.occupations.get(employeeId) ?? [], assessedOn);
  if (soc === undefined) {
    fault('occupation', `is needed: the person had none on ${assessedOn}`);
    return undefined;
  }
  const said = ratings.map(({ evidence, ...one }) => ({ ...one, evidence: evidence?.trim() || null }));
  const raterId = rater === 'self' ? employeeId : named;
  return { line: index, employeeId, raterKind: rater, raterId, cycleId, assessedOn, soc, ratings: said };
}
