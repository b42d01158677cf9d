import type { FrameworkDocument, SourceNotice } from './document';
import { LineCursor } from './exchange/line-cursor';
import { readAiUse } from './exchange/read-ai-use';
import { readAnchors } from './exchange/read-anchors';
import { readDurable } from './exchange/read-durable';
import { evidenceMeasures, readEvidence } from './exchange/read-evidence';
import { readHeader } from './exchange/read-header';
import { readMastery } from './exchange/read-mastery';

function readNotice(sources: string, release: string): SourceNotice {
  const onet = /O\*NET v\d+\.\d+ \([^()]{1,60}\)/u.exec(sources)?.[0];
  return {
    kind: 'exchange_text',
    name: 'National Skills Exchange',
    release,
    licence: onet ?? null,
    attribution: sources,
    url: null,
  };
}

/**
 * Reads the page text of a National Skills Exchange framework (formats 1.5): mastery (split unconfirmed),
 * AI use and durable skills of one occupation, with the evidence pack and the O*NET anchors. Sections come in the
 * order of the page; LF, CRLF and a byte order mark are accepted. `raw` is null.
 * @param text The text of the file. @param file Its name, used in the places of a refusal.
 * @throws InvalidInput with `file:line` and a sentence for a missing section or level, a broken numbering, a
 * count that differs from what was read, citations that cannot be taken apart, HTML, control characters and
 * anything above the limits.
 */
export function parseExchangeText(text: string, file: string): FrameworkDocument {
  const cursor = new LineCursor(text, file);
  const header = readHeader(cursor);
  const mastery = readMastery(cursor, header);
  const aiUse = readAiUse(cursor, header);
  const evidence = readEvidence(cursor);
  const durable = readDurable(cursor, header);
  const { anchors, sources } = readAnchors(cursor);
  const citations = [...aiUse.statements, ...durable.statements].flatMap((statement) => statement.citations);
  const { soc, title, jobZone, version } = header;
  return {
    source: readNotice(sources, version),
    occupation: { soc, title, group: null, sector: null, jobZone, jobZoneInferred: false },
    frameworks: [mastery, aiUse, durable],
    evidence: evidenceMeasures(evidence, citations),
    anchors,
    raw: null,
  };
}
