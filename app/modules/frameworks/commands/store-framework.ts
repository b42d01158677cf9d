import { createHash } from 'node:crypto';
import type { Catalogue } from '#db/catalogue';
import type { SourceId } from '~/modules/occupations/commands/record-source';
import {
  findFramework,
  hasDocument,
  insertFramework,
  type StoredFramework,
  updateFramework,
} from '../data/framework-rows';
import { insertLevels, replaceStatements, updateCaptions } from '../data/statement-rows';
import type { FrameworkContent } from '../domain/document';
import { EDITOR_SOURCE } from '../domain/draft/draft-document';
import { type IdentifiedStatement, identifyStatements } from '../domain/identify-statements';
import { restoreSplit } from '../domain/restore-split';
import { conflictOf, publishedConflict } from './framework-conflict';
import type { FrameworkReport } from './import-report';
import { mergeFramework } from './merge-framework';

export interface FrameworkWork {
  readonly catalogue: Catalogue;
  /** Another catalogue in which a lost split may be found, or null. */
  readonly reference: Catalogue | null;
  readonly soc: string;
  readonly content: FrameworkContent;
  /** The document to keep with the framework, or null. */
  readonly document: unknown;
  readonly sourceId: SourceId;
  readonly file: string;
}

/** SHA-256 over the identities and ranks of the statements, whatever their order. */
function contentHash(statements: readonly IdentifiedStatement[]): string {
  const lines = statements.map(({ identity, rank }) => `${identity} ${rank}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** Splits of the reference catalogue for statements whose own is not known. */
async function withRestoredSplit({ reference, soc, content }: FrameworkWork): Promise<FrameworkContent> {
  if (!reference || !content.statements.some(({ split }) => split === 'unconfirmed')) return content;
  const { instrument, version } = content;
  const found = await findFramework(reference, { soc, instrument, version });
  return found ? restoreSplit(content, found.content) : content;
}

async function create(work: FrameworkWork, content: FrameworkContent): Promise<void> {
  const { catalogue, soc, document, sourceId } = work;
  const { instrument, version, contextCovered } = content;
  const statements = identifyStatements(soc, content);
  const row = { contextCovered, contentHash: contentHash(statements), sourceId: await sourceId(), document };
  const frameworkId = await insertFramework(catalogue, { soc, instrument, version }, row);
  await insertLevels(catalogue, frameworkId, content.levels);
  await replaceStatements(catalogue, frameworkId, statements);
}

async function improve(
  work: FrameworkWork,
  stored: StoredFramework,
  statements: readonly IdentifiedStatement[],
): Promise<void> {
  const { catalogue, document, sourceId } = work;
  const [first, second] = document === null ? [stored.content, work.content] : [work.content, stored.content];
  const contextCovered = first.contextCovered || second.contextCovered;
  await replaceStatements(catalogue, stored.frameworkId, statements);
  await updateFramework(catalogue, stored.frameworkId, {
    document,
    contextCovered,
    sourceId: await sourceId(),
  });
}

/**
 * Stores one framework: new, better than what is stored, or the same.
 * @throws Conflict when other statements are stored under its occupation, instrument and version, or when a version
 * that was published in the editor would change.
 */
export async function storeFramework(work: FrameworkWork): Promise<FrameworkReport> {
  const { catalogue, soc, file } = work;
  const content = await withRestoredSplit(work);
  const { instrument, version } = content;
  const report = { instrument, version, statements: content.statements.length };
  const stored = await findFramework(catalogue, { soc, instrument, version });
  if (!stored) {
    await create(work, content);
    return { ...report, outcome: 'created', captionsChanged: 0 };
  }
  const isDocument = work.document !== null;
  const merge = mergeFramework({ soc, stored: stored.content, incoming: content, isDocument });
  if (merge.verdict === 'conflict') throw conflictOf({ soc, instrument, version }, merge, file);
  const replaced = isDocument && !(await hasDocument(catalogue, stored.frameworkId, work.document));
  const improved = merge.improved || replaced;
  if (stored.sourceKind === EDITOR_SOURCE && (improved || merge.captions.length > 0))
    throw publishedConflict({ soc, instrument, version }, file);
  await updateCaptions(catalogue, stored.frameworkId, merge.captions);
  if (improved) await improve(work, stored, merge.statements);
  return {
    ...report,
    outcome: improved ? 'improved' : 'unchanged',
    captionsChanged: merge.captions.length,
  };
}
