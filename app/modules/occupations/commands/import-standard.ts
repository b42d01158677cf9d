import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { lockCatalogue, sharedCatalogue } from '#db/catalogue';
import type { SystemContext } from '#db/system';
import { Conflict } from '~/shared/errors';
import { findStandard, insertStandard, replaceStandard } from '../data/standard-rows';
import { sourceFault } from '../domain/source-table/source-fault';
import { Utf8Reader } from '../domain/source-table/utf8-reader';
import { parseStandard } from '../domain/standards/parse-standard';
import type { StandardDocument } from '../domain/standards/standard';
import { STANDARD_SOURCE } from '../domain/standards/standard-source';
import { sourceBytes } from './import-source-bytes';
import type { SourceReport, SourceRequest } from './import-source-request';
import { linkStandard } from './import-standard-link';
import { sourceOnce } from './record-source';

/** A page has some 11 KB. */
const MOST_BYTES = 5 * 1024 * 1024;

export interface StandardRequest extends SourceRequest {
  /** O*NET-SOC codes of the occupations that a person says the standard is about, and who says so. */
  readonly link?: { readonly socs: readonly string[]; readonly linkedBy: string };
  /** A person decided that this text takes the place of another one of the same version. */
  readonly replace?: boolean;
}

/**
 * Takes a UK national occupational standard into the shared catalogue (formats 1.7); one row for each URN and
 * version. The same content again changes nothing.
 * @throws InvalidInput with file, line and reason; Conflict where this version is there with another content;
 * NotFound for an occupation that is not there. Then nothing is changed.
 */
export async function importStandard(ctx: SystemContext, request: StandardRequest): Promise<SourceReport> {
  const { text, checksum } = await readWhole(request);
  const { document, warnings } = parseStandard(text, request.input.name);
  const catalogue = sharedCatalogue(ctx);
  await lockCatalogue(catalogue);
  const { urn, version } = document;
  const stored = await findStandard(ctx, { urn, version });
  const contentHash = hashOf(document);
  const isNew = stored?.contentHash !== contentHash;
  if (stored && isNew && !request.replace)
    throw new Conflict(
      `${urn} version ${version} is there with another content: a person has to decide which one stays.`,
    );
  if (isNew) {
    const { release: _release, ...origin } = STANDARD_SOURCE;
    const fileName = request.input.name.split(/[\\/]/).at(-1) ?? request.input.name;
    const attribution = document.developedBy;
    const source = { ...origin, attribution, release: `${urn} version ${version}`, fileName, checksum };
    const standardId = stored?.standardId ?? v7();
    const row = { standardId, contentHash, sourceId: await sourceOnce(catalogue, source)() };
    await (stored ? replaceStandard : insertStandard)(ctx, document, row);
  }
  const linked = await linkAll(ctx, document, request.link);
  const count = (kind: string) => document.statements.filter((statement) => statement.kind === kind).length;
  return {
    kind: STANDARD_SOURCE.kind,
    file: request.input.name,
    release: `${urn} version ${version}`,
    changed: isNew || linked > 0,
    rows: document.statements.length,
    counts: {
      activities: document.activities.length,
      performance: count('performance'),
      knowledge: count('knowledge'),
      glossary: document.glossary.length,
      linked,
    },
    warnings,
  };
}

async function linkAll(
  ctx: SystemContext,
  { urn, version }: StandardDocument,
  link: StandardRequest['link'],
): Promise<number> {
  let made = 0;
  for (const soc of link?.socs ?? [])
    if (await linkStandard(ctx, { soc, urn, version, linkedBy: link?.linkedBy ?? '' })) made += 1;
  return made;
}

const hashOf = (document: StandardDocument) =>
  createHash('sha256').update(JSON.stringify(document)).digest('hex');

async function readWhole(request: SourceRequest): Promise<{ text: string; checksum: string }> {
  const { input } = request;
  const hash = createHash('sha256');
  const decoder = new Utf8Reader(input.name);
  let text = '';
  let size = 0;
  for await (const bytes of sourceBytes(input, request)) {
    size += bytes.length;
    if (size > MOST_BYTES)
      throw sourceFault(
        { file: input.name, line: 0 },
        'The page is larger than 5 MiB, the most that is read.',
      );
    hash.update(bytes);
    text += decoder.push(bytes);
  }
  text += decoder.end();
  const bare = text.search(/\r(?!\n)/);
  if (bare >= 0) {
    const line = text.slice(0, bare).split('\n').length;
    throw sourceFault({ file: input.name, line }, 'Lines must end with LF or CRLF, not with CR only.');
  }
  return { text, checksum: hash.digest('hex') };
}
