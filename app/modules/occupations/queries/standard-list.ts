import type { TenantContext } from '#db/tenancy';
import { listOwnLinkedStandards } from '../data/own-standard-links';
import { listLinkedStandards, listStandardHeads } from '../data/standard-lookups';
import { isReviewOverdue } from '../domain/standards/review-date';

export interface StandardItem {
  readonly urn: string;
  readonly title: string;
  readonly version: string;
  /** As printed; null where the standard names none. */
  readonly reviewDate: string | null;
  readonly reviewOverdue: boolean;
}

export interface LinkedStandard extends StandardItem {
  readonly linkedBy: string;
  readonly linkedAt: Date;
  readonly sourceId: string;
}

const linkKey = ({ urn, version }: { readonly urn: string; readonly version: string }) => `${urn} ${version}`;

const item = (
  row: { urn: string; title: string; version: string; reviewText: string | null; reviewBy: string | null },
  asOf: string,
) => ({
  urn: row.urn,
  title: row.title,
  version: row.version,
  reviewDate: row.reviewText,
  reviewOverdue: isReviewOverdue(row.reviewBy, asOf),
});

/** The standards that the operator or the organization linked to an occupation, as they stand on a day (YYYY-MM-DD). */
export async function standardsOf(ctx: TenantContext, soc: string, asOf: string): Promise<LinkedStandard[]> {
  const shared = await listLinkedStandards(ctx, soc);
  const known = new Set(shared.map(linkKey));
  const own = (await listOwnLinkedStandards(ctx, soc)).filter((row) => !known.has(linkKey(row)));
  const rows = [...shared, ...own].sort((a, b) => (linkKey(a) < linkKey(b) ? -1 : 1));
  return rows.map((row) => ({
    ...item(row, asOf),
    linkedBy: row.linkedBy,
    linkedAt: row.linkedAt,
    sourceId: row.sourceId,
  }));
}

/** All standards of the catalogue, one item a version, as they stand on a day (YYYY-MM-DD). */
export async function listStandards(ctx: TenantContext, asOf: string): Promise<StandardItem[]> {
  return (await listStandardHeads(ctx)).map((row) => item(row, asOf));
}
