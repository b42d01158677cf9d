import type { TenantContext } from '#db/tenancy';
import type { Instrument } from '../domain/dimension';
import type { DraftContent } from '../domain/draft/draft-content';
import { publishFaults } from '../domain/draft/publish-faults';
import { getVersionStanding, type VersionStanding } from './get-version-standing';
import { findDraft } from './read-draft';

/** A draft as its editors see it. */
export interface DraftPageView {
  readonly id: string;
  readonly soc: string;
  /** Title of the occupation. */
  readonly title: string;
  readonly instrument: Instrument;
  readonly version: string;
  readonly revision: number;
  readonly content: DraftContent;
  /** Id of who changed it last. */
  readonly changedBy: string;
  /** ISO 8601. */
  readonly changedAt: string;
  /** Id of the framework that it became; null while it is a draft. */
  readonly publishedAs: string | null;
  /** What keeps it from being published. */
  readonly faults: readonly string[];
  readonly standing: VersionStanding;
}

/** A draft with what keeps it from being published; undefined where the organization has none with this id. */
export async function getDraftPage(ctx: TenantContext, id: string): Promise<DraftPageView | undefined> {
  const draft = await findDraft(ctx, id);
  if (!draft) return undefined;
  const { draftId, soc, title, instrument, version, revision, content } = draft;
  const { changedBy, changedAt, publishedAs } = draft;
  return {
    ...{ id: draftId, soc, title, instrument, version, revision, content },
    ...{ changedBy, changedAt: changedAt.toISOString(), publishedAs },
    faults: publishFaults(instrument, content),
    standing: await getVersionStanding(ctx, draft),
  };
}
