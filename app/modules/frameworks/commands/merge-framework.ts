import type { FrameworkComparison } from '../domain/conflict';
import { sameFramework } from '../domain/conflict';
import type { Citation, FrameworkContent, FrameworkLevel, SplitState, Statement } from '../domain/document';
import { type IdentifiedStatement, identifyStatements } from '../domain/identify-statements';

/** How far a split can be trusted: read from the source, restored from another, not known. */
const TRUST: Readonly<Record<SplitState, number>> = { source: 2, restored: 1, unconfirmed: 0 };

export type FrameworkMerge =
  | Extract<FrameworkComparison, { verdict: 'conflict' }>
  | {
      readonly verdict: 'same';
      readonly statements: readonly IdentifiedStatement[];
      /** A split or a citation is better than what was stored. */
      readonly improved: boolean;
      /** Levels that get a caption which they did not have, or the other one of a document. */
      readonly captions: readonly FrameworkLevel[];
    };

function sameCitations(first: readonly Citation[], second: readonly Citation[]): boolean {
  const text = (citations: readonly Citation[]) =>
    JSON.stringify(citations.map(({ source, title }) => [source, title]));
  return text(first) === text(second);
}

/** The stored statement, with the better split and the citations of the source that has them. */
function mergeStatement(stored: Statement, incoming: Statement): Statement {
  const { label, behaviour, split, position } =
    TRUST[incoming.split] > TRUST[stored.split] ? incoming : stored;
  const citations = incoming.citations.length > 0 ? incoming.citations : stored.citations;
  if (split === stored.split && sameCitations(citations, stored.citations)) return stored;
  return { ...stored, label, behaviour, split, position, citations };
}

function newCaptions({ stored, incoming, isDocument }: MergeQuestion): FrameworkLevel[] {
  return stored.levels.flatMap((level) => {
    const caption = incoming.levels.find(({ rank }) => rank === level.rank)?.caption ?? null;
    const takes = caption !== null && caption !== level.caption && (isDocument || level.caption === null);
    return takes ? [{ ...level, caption }] : [];
  });
}

export interface MergeQuestion {
  readonly soc: string;
  readonly stored: FrameworkContent;
  readonly incoming: FrameworkContent;
  /** The file is a document that is kept as it came: what it says besides statements stands. */
  readonly isDocument: boolean;
}

/**
 * What becomes of a stored framework when a file brings one of the same occupation, instrument and version (method
 * 11): other statements or other levels are a conflict; the same ones keep the better split of label and behaviour,
 * the citations of the newer file where it has any, and the captions of the newest document, else of whichever source
 * has them.
 */
export function mergeFramework(question: MergeQuestion): FrameworkMerge {
  const { soc, stored, incoming } = question;
  const comparison = sameFramework(stored, incoming);
  if (comparison.verdict === 'conflict') return comparison;
  const arriving = new Map(identifyStatements(soc, incoming).map((item) => [item.identity, item]));
  let improved = false;
  const statements = identifyStatements(soc, stored).map((item) => {
    const other = arriving.get(item.identity);
    const merged = other ? mergeStatement(item, other) : item;
    if (merged !== item) improved = true;
    return { ...merged, identity: item.identity };
  });
  return { verdict: 'same', statements, improved, captions: newCaptions(question) };
}
