import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { listIdsByExternalId } from '~/modules/people/queries/list-ids-by-external-id';
import { listOccupationHistory } from '~/modules/people/queries/list-occupation-history';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import { type FieldError, Forbidden, InvalidInput } from '~/shared/errors';
import { issueFaults } from '~/shared/issue-words';
import { listBegunCycles } from '../data/cycles';
import { lockAssessmentsImport } from '../data/import-lock';
import { assessmentKey } from '../domain/assessment-key';
import { groupAssessments } from '../domain/group-assessments';
import { MOST_POSTED_RATINGS, type PostedAssessments, postedAssessment } from '../domain/posted-assessment';
import { type PostedItem, type PostedLookups, personOf, resolvePosted } from '../domain/resolve-posted';
import { importerOf } from '../queries/importer-of';
import { loadImportVersions } from './load-import-versions';
import { planRatings, takeRatings } from './take-ratings';

interface Posted {
  readonly viewer: Pick<Viewer, 'kind' | 'id' | 'madeBy'>;
  /** Of cycles:run; all: an HR partner's. */
  readonly reach: Reach;
  readonly items: readonly unknown[];
}

type Faults = Map<number, readonly FieldError[]>;

/**
 * Brings assessments in that a program sends, each item by itself: good ones are stored, faulty ones are told with the
 * reason. Whatever the order of the items, the end is the same; the same items again are unchanged. The rater's kind is
 * stated by the token, which is named as who imported the ratings and accepts no evidence; of whoever made the token it
 * brings in their own view alone. Throws Forbidden for a token that is no HR partner's (method.md 1), InvalidInput for
 * more ratings than a call takes.
 */
export async function postAssessments(
  ctx: TenantContext,
  { viewer, reach, items }: Posted,
): Promise<PostedAssessments> {
  if (reach !== 'all') throw new Forbidden('Ratings are brought in by a token of an HR partner.');
  const { read, faults } = readItems(items);
  await lockAssessmentsImport(ctx);
  const importer = await importerOf(ctx, viewer, viewer.madeBy ?? null);
  const found = resolvePosted(read, { ...(await loadLookups(ctx, read)), importer });
  for (const [index, errors] of found.faults) faults.set(index, errors);
  const plan = await planRatings(ctx, groupAssessments(found.rows), importer);
  const added = await takeRatings(ctx, plan, {
    importedBy: viewer.id,
    frameworkVersionsOf: await loadImportVersions(ctx),
  });
  const keys = new Map(found.rows.map((row) => [row.line, assessmentKey(row)]));
  recordAudit(ctx, {
    action: 'assessments.import',
    subject: { kind: 'organization', id: ctx.organizationId },
    details: {
      created: plan.created.length,
      changed: plan.corrected.length,
      unchanged: plan.unchanged,
      rejected: faults.size,
    },
  });
  return {
    items: items.map((_, index) => {
      const errors = faults.get(index);
      if (errors) return { index, status: 'rejected' as const, errors: [...errors] };
      const key = keys.get(index) ?? '';
      const id = added.get(key) ?? plan.stored.get(key)?.assessmentId;
      const status = added.has(key) ? ('created' as const) : ('unchanged' as const);
      return { index, status, ...(id === undefined ? {} : { id }) };
    }),
  };
}

/** The items that are written as they must be, and what is wrong with the others. */
function readItems(items: readonly unknown[]): { read: PostedItem[]; faults: Faults } {
  const read: PostedItem[] = [];
  const faults: Faults = new Map();
  let ratings = 0;
  for (const [index, given] of items.entries()) {
    const parsed = postedAssessment.safeParse(given);
    if (parsed.success) {
      read.push({ index, item: parsed.data });
      ratings += parsed.data.ratings.length;
    } else
      faults.set(
        index,
        parsed.error.issues.flatMap((issue) => issueFaults(issue, ['items', index])),
      );
  }
  if (ratings > MOST_POSTED_RATINGS)
    throw new InvalidInput('The body is not right.', [
      { pointer: '/items', detail: `holds ${ratings} ratings; a call takes ${MOST_POSTED_RATINGS}` },
    ]);
  return { read, faults };
}

async function loadLookups(
  ctx: TenantContext,
  read: readonly PostedItem[],
): Promise<Omit<PostedLookups, 'importer'>> {
  const today = await organizationDay(ctx);
  const named = read.flatMap(({ item }) =>
    [item.employeeExternalId ?? [], item.raterExternalId ?? []].flat(),
  );
  const stated = new Set(read.flatMap(({ item }) => item.employeeId ?? []));
  const employees = await listIdsByExternalId(ctx, named);
  const people = new Set([...employees.values(), ...(await listPeopleNames(ctx, stated)).keys()]);
  const cycles = new Set((await listBegunCycles(ctx)).map(({ cycleId }) => cycleId));
  const lookups = { employees, people, cycles, occupations: new Map(), today };
  const unnamed = read.filter(({ item }) => item.occupation === undefined);
  const rated = new Set(unnamed.flatMap(({ item }) => personOf(item, lookups) ?? []));
  const history = await listOccupationHistory(ctx, [...rated]);
  return { ...lookups, occupations: Map.groupBy(history, (row) => row.employeeId) };
}
