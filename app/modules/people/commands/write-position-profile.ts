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
import type { TargetLevel, TargetWeight } from '../domain/target-row';
import { factsOn, type Period, replaceFrom } from '../domain/timeline';
import { requirePosition } from './change-position';

/** What a post asks for in one dimension, and why. */
export interface WrittenDimension {
  readonly dimension: string;
  readonly level: TargetLevel;
  readonly weight: TargetWeight;
  readonly critical: boolean;
  readonly reason: string | null;
  /** Where the reason was chosen from; null: written by hand, or none. */
  readonly reasonSource: string | null;
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
    const current = factsOn(before, from);
    const facts = factsOf(wanted.get(dimension), current, { by: ctx.actor.id, today });
    const after = replaceFrom(before, { from, facts }, sameFacts);
    if (facts === null ? current !== undefined : !current || !sameFacts(current, facts))
      changed.push(dimension);
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

function factsOf(
  row: WrittenDimension | undefined,
  current: Facts | undefined,
  { by, today }: { readonly by: string; readonly today: DayText },
): Facts | null {
  if (!row) return null;
  const { dimension: _name, reason, reasonSource, ...asked } = row;
  if (reason === null) return { ...asked, reason, reasonSource: null, saidBy: null, saidOn: null };
  const stays = current?.reason === reason;
  return {
    ...asked,
    reason,
    reasonSource: stays ? current.reasonSource : reasonSource,
    saidBy: stays ? current.saidBy : by,
    saidOn: stays ? current.saidOn : today,
  };
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
