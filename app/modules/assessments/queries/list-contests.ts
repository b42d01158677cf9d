import type { TenantContext } from '#db/tenancy';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import { listContestRows } from '../data/contests';
import type { Contest } from '../domain/contest';
import { readableContestants } from './contest-rights';

/** Contests that one page shows of each kind. */
const MOST = 1_000;

/** A contest in a list: who contests which dimension, without what is said. */
export interface ListedContest
  extends Pick<Contest, 'contestId' | 'employeeId' | 'dimension' | 'state' | 'remedy'> {
  readonly name: string;
  readonly openedAt: Date;
  readonly endedAt: Date | null;
  readonly answeredBy: string | null;
}

/** Contests that the viewer may read: open ones, the oldest first, and ended ones, the newest first. */
export async function listContests(
  ctx: TenantContext,
  viewer: Viewer,
): Promise<{ readonly open: ListedContest[]; readonly ended: ListedContest[] }> {
  const open = await listContestRows(ctx, 'open', MOST);
  const ended = await listContestRows(ctx, 'ended', MOST);
  const people = [...new Set([...open, ...ended].map(({ employeeId }) => employeeId))];
  const readable = await readableContestants(ctx, viewer, { people, day: await organizationDay(ctx) });
  const names = await listPeopleNames(ctx, people);
  const listed = (rows: readonly Contest[]) =>
    rows
      .filter(({ employeeId }) => readable === null || readable.has(employeeId))
      .map(({ statement: _said, answer: _answer, assessmentId: _rating, ...row }) => ({
        ...row,
        name: names.get(row.employeeId) ?? '',
      }));
  return { open: listed(open), ended: listed(ended) };
}
