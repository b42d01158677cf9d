import type { TenantContext } from '#db/tenancy';
import { markPeopleChanged } from '#jobs/mark-changed';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import type { DayText } from '~/shared/calendar-day';
import { lockPeopleImport } from '../data/import-lock';
import { listIncumbents } from '../data/position-incumbents';
import {
  listPositionProfiles,
  type PositionProfileRow,
  replacePositionProfile,
} from '../data/position-profiles';
import { upsertPositions } from '../data/positions';
import { timelineWithReasons } from '../domain/position-reasons';
import type { TargetLevel, TargetWeight } from '../domain/target-row';
import { factsOn, type Period, replaceFrom, type Timeline, timelineChange } from '../domain/timeline';
import { requirePosition } from './change-position';

/** What a post asks for in one dimension, and why. */
export interface WrittenDimension {
  readonly dimension: string;
  readonly level: TargetLevel;
  readonly weight: TargetWeight;
  readonly critical: boolean;
  /** Not given: each reason stays on the days for which it was given, planned ones too. */
  readonly said?: {
    /** Null: there is none any more. */
    readonly reason: string | null;
    /** Where the reason was chosen from; null: written by hand, or none. */
    readonly reasonSource: string | null;
  };
}

interface ProfileWrite {
  readonly positionId: string;
  /** The revision of the post that the form was made from. */
  readonly revision?: number;
  /** Every dimension that it states; the others are taken out. None: the post has no own profile any more. */
  readonly dimensions: readonly WrittenDimension[];
  /** The first day on which it holds; not given: today. */
  readonly from?: DayText;
  readonly today: DayText;
}

type Facts = Omit<PositionProfileRow, 'positionId' | 'dimension' | 'validFrom' | 'validTo'>;

const NO_REASON = { reason: null, reasonSource: null, saidBy: null, saidOn: null };

/**
 * Writes a post's own profile from a day on. Who says why a dimension is job-related, and when, is whoever writes the
 * reason; a reason that stays keeps its name. Marks those whose targets it changes. @throws NotFound, Conflict.
 */
export async function writePositionProfile(ctx: TenantContext, write: ProfileWrite): Promise<void> {
  const { positionId, dimensions, today, from = today } = write;
  await lockPeopleImport(ctx);
  const position = await requirePosition(ctx, positionId, write.revision);
  const stored = await listPositionProfiles(ctx, [positionId]);
  const timelines = Map.groupBy(stored, (row) => row.dimension);
  const wanted = new Map(dimensions.map((row) => [row.dimension, row]));
  const changed: string[] = [];
  const rows = [...new Set([...timelines.keys(), ...wanted.keys()])].flatMap((dimension) => {
    const before = (timelines.get(dimension) ?? []).map(periodOf);
    const after = timelineAfter(before, { from, row: wanted.get(dimension), by: ctx.actor.id, today });
    const { removed, written } = timelineChange(before, after, sameFacts);
    if (removed.length + written.length > 0) changed.push(dimension);
    return after.map(({ facts: kept, ...period }) => ({ positionId, dimension, ...period, ...kept }));
  });
  await replacePositionProfile(ctx, positionId, rows);
  if (changed.length === 0) return;
  await upsertPositions(ctx, [{ ...position, revision: position.revision + 1 }]);
  await markPeopleChanged(ctx, await heldSince(ctx, positionId, from));
  recordAudit(ctx, {
    action: 'position.change',
    subject: { kind: 'position', id: positionId },
    details: { what: 'profile', fields: changed.sort() },
  });
}

function periodOf({
  positionId: _p,
  dimension: _d,
  validFrom,
  validTo,
  ...facts
}: PositionProfileRow): Period<Facts> {
  return { validFrom, validTo, facts };
}

interface TimelineWrite {
  readonly from: DayText;
  /** Not there: the dimension is taken out. */
  readonly row: WrittenDimension | undefined;
  readonly by: string;
  readonly today: DayText;
}

/** The timeline of one dimension once it is written. */
function timelineAfter(before: Timeline<Facts>, { from, row, by, today }: TimelineWrite): Timeline<Facts> {
  if (!row) return replaceFrom(before, { from, facts: null }, sameFacts);
  const { dimension: _name, said, ...asked } = row;
  if (!said) {
    const after = replaceFrom(before, { from, facts: { ...asked, ...NO_REASON } }, sameFacts);
    return timelineWithReasons(after, { of: before, from }, sameFacts);
  }
  const current = factsOn(before, from);
  const { reason, reasonSource } = said;
  const fresh = { reason, reasonSource, saidBy: by, saidOn: today };
  const { reasonSource: source, saidBy, saidOn } = current?.reason === reason ? current : fresh;
  const reasons = reason === null ? NO_REASON : { reason, reasonSource: source, saidBy, saidOn };
  return replaceFrom(before, { from, facts: { ...asked, ...reasons } }, sameFacts);
}

function sameFacts(a: Facts, b: Facts): boolean {
  const names = ['level', 'weight', 'critical', 'reason', 'reasonSource', 'saidBy', 'saidOn'] as const;
  return names.every((name) => a[name] === b[name]);
}

/** Whoever holds the post on the day or after it. */
async function heldSince(ctx: TenantContext, positionId: string, from: DayText): Promise<string[]> {
  const periods = await listIncumbents(ctx, [positionId]);
  return periods
    .filter(({ validTo }) => validTo === null || validTo > from)
    .map(({ employeeId }) => employeeId);
}
