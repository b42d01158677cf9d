import type { TenantArgs } from '~/http/tenant-route.server';
import { getOwnDecision } from '~/modules/assessments/queries/get-own-decision';
import type { Outcome } from '~/modules/capability/domain/calibration/calibration-outcome';
import { RATER_KIND_WORDS } from '~/modules/capability/domain/rater-kind-words';
import { getCalibrationPage } from '~/modules/capability/queries/get-calibration-page';
import type { CalibrationCase } from '~/modules/capability/queries/list-calibration-cases';
import { DIMENSION_LABELS, instrumentOf } from '~/modules/frameworks/domain/dimension';
import { LEVEL_LABELS } from '~/modules/frameworks/domain/level';
import { nameActor } from '~/modules/organizations/domain/audit/name-actor';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { listActors } from '~/modules/organizations/queries/list-actors';
import { atStake, outcomeWords } from './outcome-words';

const DONE_WORDS: Readonly<Record<string, string>> = {
  decided: 'The value is settled; the figures follow within a moment. The original ratings stay.',
  undone: 'The decision is taken back: the ratings count as before.',
};

/** What the page shows; ids of assessments stay on the server. */
export async function calibrationState({ ctx, viewer, reach, params, url, context }: TenantArgs) {
  const search = url.searchParams;
  const [employeeId = '', dimension = ''] = (search.get('case') ?? '').split('.');
  const page = await getCalibrationPage(ctx, {
    ...{ viewer, reach, cycleId: params['cycle'] ?? '' },
    show: search.get('show') === 'decided' ? 'decided' : 'left',
    chosen: employeeId === '' ? null : { employeeId, dimension },
    page: pageOf(search.get('page')),
  });
  const { names, listed, current, detail, previous, next, show } = page;
  const deciders = current?.held ? [current.held.decidedBy] : [];
  const actors = await listActors(context.database, viewer.organization.id, deciders);
  const nameOf = (id: string) => names.get(id) ?? 'Somebody who is gone';
  return {
    ...{ cycle: page.cycle, counts: page.counts, show, page: page.page, lastPage: page.lastPage },
    ...{ isReadable: page.isReadable, waiting: page.waiting, hasOwn: page.hasOwn },
    maySettle: page.cycle.state === 'closed',
    cases: listed.map((one) => ({
      key: keyOf(one),
      name: nameOf(one.employeeId),
      label: DIMENSION_LABELS[one.dimension],
      levels: one.sides.map(({ level }) => level).join(' / '),
      difference: one.difference,
      stakes: atStake(one.stakes),
      isCurrent: one === current,
    })),
    previous: previous && keyOf(previous),
    next: next && keyOf(next),
    current: current &&
      detail && { ...caseView(current, { nameOf, evidence: detail.evidence }), ...heldView(current, actors) },
    statements: detail?.statements ?? [],
    done: DONE_WORDS[search.get('done') ?? ''] ?? null,
    last:
      page.cycle.state === 'closed'
        ? await getOwnDecision(ctx, viewer, {
            cycleId: page.cycle.cycleId,
            ...lastOf(search.get('last') ?? ''),
          })
        : null,
    timeZone: (await getSettings(ctx)).timeZone,
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
}

const keyOf = ({ employeeId, dimension }: Pick<CalibrationCase, 'employeeId' | 'dimension'>) =>
  `${employeeId}.${dimension}`;

function pageOf(text: string | null): number {
  const page = Number(text ?? 0);
  return Number.isSafeInteger(page) && page > 0 ? page : 0;
}

/** The decision that was just made, as the address names it. */
function lastOf(text: string) {
  const [employeeId = '', , calibrationId = ''] = text.split('.');
  return { employeeId, calibrationId };
}

type Page = Awaited<ReturnType<typeof getCalibrationPage>>;

interface Told {
  readonly nameOf: (id: string) => string;
  readonly evidence: NonNullable<Page['detail']>['evidence'];
}

function caseView(one: CalibrationCase, { nameOf, evidence }: Told) {
  const { employeeId, dimension, target, isDefaultTarget, groups, asRated, outcomes } = one;
  const words = (outcome: Outcome) => outcomeWords(outcome, { target, groups });
  return {
    ...{ place: keyOf(one), employeeId, dimension, target, isDefaultTarget },
    ...{ name: nameOf(employeeId), label: DIMENSION_LABELS[dimension], isImported: one.isImported },
    untoldPeers: one.untoldPeers,
    levelLabels: LEVEL_LABELS[instrumentOf(dimension)],
    sides: one.sides.map(({ kind, level, raterId, raters, assessedOn, assessmentIds }, at) => ({
      ...{ key: String(at), level, assessedOn },
      who: kind === 'peer' ? `${raters} peers, lower median` : RATER_KIND_WORDS[kind],
      name: kind === 'manager' && raterId !== null ? nameOf(raterId) : null,
      evidence: evidence
        .filter(({ assessmentId }) => assessmentIds.includes(assessmentId))
        .map(({ text, accepted }, place) => ({ key: String(place), text, accepted })),
    })),
    asRated: { level: asRated.level, words: words(asRated) },
    outcomes: outcomes.map((outcome) => ({ value: outcome.value, words: words(outcome) })),
  };
}

function heldView({ held }: CalibrationCase, actors: Awaited<ReturnType<typeof listActors>>) {
  if (!held) return { held: null };
  const { calibrationId, level, reason, decidedAt, decidedBy } = held;
  const by = nameActor({ kind: 'user', id: decidedBy }, actors);
  return { held: { calibrationId, level, reason, decidedAt: decidedAt.toISOString(), by } };
}

export type CalibrationState = Awaited<ReturnType<typeof calibrationState>>;
