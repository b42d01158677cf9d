import type { TenantContext } from '#db/tenancy';
import type { CycleLevel } from '~/modules/assessments/domain/rater-pairs';
import { calibratedPeople } from '~/modules/assessments/queries/calibration-rights';
import { getCalibrationCycle } from '~/modules/assessments/queries/get-calibration-cycle';
import { requireSeenCycle } from '~/modules/assessments/queries/require-cycle';
import { type CycleTally, tallyCycle } from '~/modules/assessments/queries/tally-cycle';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { noteView } from '~/modules/organizations/queries/note-view';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import { getMethod } from './get-method';

export interface AgreementQuestion {
  readonly viewer: Viewer;
  /** Of cycles:run. */
  readonly reach: Reach;
  readonly cycleId: string;
}

/** Raters of one kind who are told together. */
const ALL_SELF = 'self';
const ALL_PEERS = 'peers';
const UNNAMED = 'unnamed';
/** People that one entry of the audit log names. */
const NAMED_AT_MOST = 1_000;

/**
 * What the raters of a cycle said of the same people, over those whose ratings the viewer may settle. Whoever rates
 * oneself is told together, and so are anonymous peers; nothing is told before the cycle is closed.
 */
export async function readAgreement(ctx: TenantContext, { viewer, reach, cycleId }: AgreementQuestion) {
  await requireSeenCycle(ctx, viewer, cycleId);
  const cycle = await getCalibrationCycle(ctx, cycleId);
  const isReadable = cycle.state !== 'draft' && cycle.state !== 'open';
  const { today } = await getMethod(ctx);
  const tally = isReadable ? await tallyOf(ctx, viewer, { ...cycle, today }) : NOTHING;
  noteShown(ctx, { viewer, reach, cycleId }, { people: tally.people, today });
  return { cycle: { cycleId, name: cycle.name }, isReadable, tally };
}

/** How raters are called, by the keys of a tally. */
export async function raterNames(
  ctx: TenantContext,
  raters: readonly string[],
): Promise<(rater: string) => string> {
  const ids = new Set(raters.filter((id) => !(id in WORDS)));
  const names = await listPeopleNames(ctx, ids);
  return (rater) => WORDS[rater] ?? names.get(rater) ?? 'Somebody who is gone';
}

const WORDS: Readonly<Record<string, string>> = {
  [ALL_SELF]: 'All who rate themselves',
  [ALL_PEERS]: 'All peers',
  [UNNAMED]: 'Managers whom a file does not name',
};

const NOTHING: CycleTally = {
  ...{ kinds: [], raters: new Map(), severity: new Map(), people: [], ratings: 0 },
};

function tallyOf(
  ctx: TenantContext,
  viewer: Viewer,
  cycle: { readonly cycleId: string; readonly peersAnonymous: boolean; readonly today: string },
): Promise<CycleTally> {
  return tallyCycle(ctx, cycle.cycleId, {
    allowed: async (people) => {
      const allowed = await calibratedPeople(ctx, viewer, { people, day: cycle.today });
      return (id) => id !== viewer.employeeId && (allowed === null || allowed.has(id));
    },
    isNamed: ({ raterKind }) => raterKind === 'manager' || (raterKind === 'peer' && !cycle.peersAnonymous),
    together: ({ raterKind }: Pick<CycleLevel, 'raterKind'>) =>
      raterKind === 'self' ? ALL_SELF : raterKind === 'peer' ? ALL_PEERS : UNNAMED,
  });
}

/** Notes whose ratings the figures rest on: these people or, where they are too many to name, all of the viewer's. */
function noteShown(
  ctx: TenantContext,
  { viewer, reach }: AgreementQuestion,
  { people, today }: { readonly people: readonly string[]; readonly today: string },
): void {
  if (people.length === 0) return;
  const note = (scope: Parameters<typeof noteView>[1]['scope']) => noteView(ctx, { viewer, reach, scope });
  if (people.length <= NAMED_AT_MOST) note({ kind: 'people', team: null, people: [...people] });
  else if (reach === 'all') note({ kind: 'everybody' });
  else for (const team of viewer.teamScope) note({ kind: 'team', team, direct: false, asOf: today });
}
