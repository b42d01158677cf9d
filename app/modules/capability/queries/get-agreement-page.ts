import type { TenantContext } from '#db/tenancy';
import { type Agreement, agreementOf } from '~/modules/assessments/domain/agreement';
import { type CycleLevel, KIND_PAIRS } from '~/modules/assessments/domain/rater-pairs';
import { severitiesOf } from '~/modules/assessments/domain/severity';
import { calibratedPeople } from '~/modules/assessments/queries/calibration-rights';
import { getCalibrationCycle } from '~/modules/assessments/queries/get-calibration-cycle';
import { requireSeenCycle } from '~/modules/assessments/queries/require-cycle';
import { type CycleTally, tallyCycle } from '~/modules/assessments/queries/tally-cycle';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { noteView } from '~/modules/organizations/queries/note-view';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import { getMethod } from './get-method';

interface Question {
  readonly viewer: Viewer;
  /** Of cycles:run. */
  readonly reach: Reach;
  readonly cycleId: string;
}

/** Raters of one kind who are told together. */
const ALL_SELF = 'self';
const ALL_PEERS = 'peers';
const UNNAMED = 'unnamed';
/** Rows of raters that the page shows; the counts say how many there are. */
const MOST_ROWS = 200;
/** People that one entry of the audit log names. */
const NAMED_AT_MOST = 1_000;

/**
 * How far the raters of a cycle agree, and how severe each is, over the people whose ratings the viewer may settle.
 * Whoever rates oneself is told together, and so are anonymous peers; nothing is told before the cycle is closed.
 * Of raters, those with most pairs and with the largest differences are shown.
 */
export async function getAgreementPage(ctx: TenantContext, { viewer, reach, cycleId }: Question) {
  await requireSeenCycle(ctx, viewer, cycleId);
  const cycle = await getCalibrationCycle(ctx, cycleId);
  const isReadable = cycle.state !== 'draft' && cycle.state !== 'open';
  const { today } = await getMethod(ctx);
  const tally = isReadable ? await tallyOf(ctx, viewer, { ...cycle, today }) : NOTHING;
  noteShown(ctx, { viewer, reach, cycleId }, { people: tally.people, today });
  const pairs = [...tally.raters]
    .map(([key, counts]) => ({ key, ...agreementOf(counts) }))
    .sort((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1));
  const severe = [...severitiesOf(tally.severity)].sort(
    (a, b) => Math.abs(b.difference) - Math.abs(a.difference) || (a.rater < b.rater ? -1 : 1),
  );
  const [shownPairs, shownSevere] = [pairs.slice(0, MOST_ROWS), severe.slice(0, MOST_ROWS)];
  const ids = [...shownPairs.flatMap(({ key }) => key.split(' ')), ...shownSevere.map(({ rater }) => rater)];
  const names = await listPeopleNames(
    ctx,
    ids.filter((id) => !(id in WORDS)),
  );
  const nameOf = (rater: string) => WORDS[rater] ?? names.get(rater) ?? 'Somebody who is gone';
  return {
    ...{ cycle: { cycleId, name: cycle.name }, isReadable, ratings: tally.ratings },
    kinds: KIND_PAIRS.map((pair, at) => ({ pair, rows: rowsOf(tally.kinds[at]) })),
    raters: shownPairs.map((one) => ({ ...one, names: one.key.split(' ').map(nameOf).join(' and ') })),
    severities: shownSevere.map(({ rater, ...one }) => ({ key: rater, name: nameOf(rater), ...one })),
    notShown: { raters: pairs.length - shownPairs.length, severities: severe.length - shownSevere.length },
  };
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
    together: ({ raterKind }: CycleLevel) =>
      raterKind === 'self' ? ALL_SELF : raterKind === 'peer' ? ALL_PEERS : UNNAMED,
  });
}

/** Notes whose ratings the figures rest on: these people or, where they are too many to name, all of the viewer's. */
function noteShown(
  ctx: TenantContext,
  { viewer, reach }: Question,
  { people, today }: { readonly people: readonly string[]; readonly today: string },
): void {
  if (people.length === 0) return;
  const note = (scope: Parameters<typeof noteView>[1]['scope']) => noteView(ctx, { viewer, reach, scope });
  if (people.length <= NAMED_AT_MOST) note({ kind: 'people', team: null, people: [...people] });
  else if (reach === 'all') note({ kind: 'everybody' });
  else for (const team of viewer.teamScope) note({ kind: 'team', team, direct: false, asOf: today });
}

function rowsOf(pairs: CycleTally['kinds'][number] | undefined) {
  return DIMENSIONS.flatMap((dimension): ({ dimension: typeof dimension } & Agreement)[] => {
    const own = pairs?.get(dimension);
    return own ? [{ dimension, ...agreementOf(own) }] : [];
  });
}
