import type { TenantContext } from '#db/tenancy';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { listDecisionRows } from '../data/decisions';
import {
  type Decision,
  type FigureOwner,
  readsEveryDecision,
  settlesDecision,
} from '../domain/overview/decision';

export interface ReadDecision
  extends Omit<
    Decision,
    'figureThen' | 'figureWords' | 'figureScope' | 'shared' | 'writtenBy' | 'writtenAt'
  > {
  /** The figure when it was written, where it is one that the reader sees too. */
  readonly figureThen: number | null;
  readonly figureWords: string | null;
  readonly shared: boolean;
  /** The reader may decide it, give it to somebody else or take it back. */
  readonly settles: boolean;
}

/**
 * The decisions that this viewer reads, open ones first. A figure is given only to whom the page shows the same kind:
 * a live one of everybody to who sees everybody, one of a scope or a released one to the writer (what is released to two
 * readers may be of different people).
 */
export async function listDecisions(
  ctx: TenantContext,
  viewer: Pick<Viewer, 'id' | 'role'>,
  owner: FigureOwner,
): Promise<ReadDecision[]> {
  const rows = await listDecisionRows(ctx, readsEveryDecision(viewer) ? null : viewer.id);
  return rows.map(
    ({ figureThen, figureWords, figureScope, writtenBy, writtenAt: _, ...row }): ReadDecision => {
      const seen = figureScope === owner && (figureScope === 'all' || writtenBy === viewer.id);
      return {
        ...row,
        figureThen: seen ? figureThen : null,
        figureWords: seen ? figureWords : null,
        figureOn: seen ? row.figureOn : null,
        settles: settlesDecision(viewer, { ...row, writtenBy }),
      };
    },
  );
}
