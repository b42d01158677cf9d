import type { TenantContext } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { listOwnLinkedOccupations } from '../data/own-standard-links';
import {
  findStandardPage,
  listLinkedOccupations,
  listStandardStatements,
  listStandardTerms,
} from '../data/standard-lookups';
import { isReviewOverdue } from '../domain/standards/review-date';
import type { StandardKind } from '../domain/standards/standard';
import { citeStatement, readCitation, readUrn } from '../domain/standards/standard-urn';

export interface StandardHeading {
  readonly heading: string;
  readonly statements: readonly {
    /** As cited: SFSSCM4#P12. */
    readonly id: string;
    readonly number: number;
    readonly text: string;
  }[];
}

export interface StandardQuestion {
  readonly urn: string;
  /** Not given: the version imported last. */
  readonly version?: string;
  /** Day of the reading, YYYY-MM-DD. */
  readonly asOf: string;
}

type StatementRow = Awaited<ReturnType<typeof listStandardStatements>>[number];

/** A standard with its criteria under their headings, glossary and linked occupations. Throws NotFound. */
export async function getStandard(ctx: TenantContext, { urn, version, asOf }: StandardQuestion) {
  const row = await findStandardPage(ctx, { urn: readUrn(urn) ?? '', version });
  if (!row) throw new NotFound('There is no such standard.');
  const statements = await listStandardStatements(ctx, row.standardId);
  const { standardId, contentHash: _hash, reviewBy, reviewText, sections, ...head } = row;
  return {
    ...head,
    reviewDate: reviewText,
    reviewOverdue: isReviewOverdue(reviewBy, asOf),
    sections: sections as Readonly<Record<string, string>>,
    performance: underHeadings(statements, row.urn, 'performance'),
    knowledge: underHeadings(statements, row.urn, 'knowledge'),
    glossary: await listStandardTerms(ctx, standardId),
    occupations: await linkedOccupations(ctx, row),
  };
}

/** Those that the operator linked for all, and those that the organization did for itself. */
async function linkedOccupations(
  ctx: TenantContext,
  key: { readonly urn: string; readonly version: string },
) {
  const shared = await listLinkedOccupations(ctx, key);
  const known = new Set(shared.map(({ soc }) => soc));
  const own = (await listOwnLinkedOccupations(ctx, key)).filter(({ soc }) => !known.has(soc));
  const all = [
    ...shared.map((row) => ({ ...row, own: false })),
    ...own.map((row) => ({ ...row, own: true })),
  ];
  return all.sort((a, b) => (a.soc < b.soc ? -1 : 1));
}

function underHeadings(rows: readonly StatementRow[], urn: string, kind: StandardKind): StandardHeading[] {
  const own = rows.filter((row) => row.kind === kind);
  const positions = [...new Set(own.map(({ headingPosition }) => headingPosition))];
  return positions.map((position) => {
    const under = own.filter(({ headingPosition }) => headingPosition === position);
    const statements = under.map(({ number, text }) => ({
      id: citeStatement(urn, kind, number),
      number,
      text,
    }));
    return { heading: under[0]?.heading ?? '', statements };
  });
}

/** The statement that a citation such as SFSSCM4#P12 names, in the version imported last; null where there is none. */
export async function citedStatement(ctx: TenantContext, citation: string) {
  const reference = readCitation(citation);
  const row = reference ? await findStandardPage(ctx, { urn: reference.urn }) : undefined;
  if (!reference || !row) return null;
  const statements = await listStandardStatements(ctx, row.standardId);
  const found = statements.find(({ kind, number }) => kind === reference.kind && number === reference.number);
  if (!found) return null;
  const { urn, version, title } = row;
  return {
    id: citeStatement(urn, reference.kind, reference.number),
    urn,
    version,
    title,
    heading: found.heading,
    text: found.text,
  };
}
