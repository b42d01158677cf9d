import { InvalidInput } from '~/shared/errors';
import type { FrameworkContent, FrameworkDocument, SourceNotice, Statement } from './document';
import { lerRefusal } from './ler/ler-refusal';
import { LER_LEVEL_KEYS, type LerExport, lerSchema } from './ler/ler-schema';
import { readStrictJson } from './ler/read-strict-json';
import { splitStatement } from './split-statement';

/** Refuses what is not an export of schema 1.x, by the name that the file gives to its schema. */
function checkSchemaVersion(raw: unknown, file: string): void {
  const named =
    typeof raw === 'object' && raw !== null && 'schemaVersion' in raw ? raw.schemaVersion : undefined;
  if (typeof named === 'string' && /^1\.\d{1,4}$/.test(named)) return;
  const detail =
    typeof named === 'string'
      ? `Schema version ${JSON.stringify(named.slice(0, 40))} is not read; Cadre reads 1.x.`
      : 'There is no schemaVersion, so this is not a LER.me export.';
  throw new InvalidInput(`${file} cannot be taken over: ${detail}`, [
    { pointer: `${file}:/schemaVersion`, detail },
  ]);
}

function readStatements(texts: readonly string[], rank: number): Statement[] {
  return texts.map((text, index) => {
    const parts = splitStatement(text);
    const { label, behaviour } = typeof parts === 'string' ? { label: '', behaviour: text } : parts;
    return { rank, dimension: null, position: index + 1, label, behaviour, split: 'source', citations: [] };
  });
}

function readFramework(framework: LerExport['framework']): FrameworkContent {
  const levels = LER_LEVEL_KEYS.map((key, index) => ({ key, rank: index + 1, ...framework.levels[key] }));
  return {
    instrument: 'mastery',
    version: framework.version,
    contextCovered: framework.contextCovered ?? '',
    levels: levels.map(({ rank, key, label, caption }) => ({ rank, key, label, caption: caption ?? null })),
    statements: levels.flatMap(({ rank, statements }) => readStatements(statements, rank)),
  };
}

function webAddress(text: string | null | undefined): string | null {
  return text && /^https?:\/\/[^\s"'<>]+$/iu.test(text) ? text : null;
}

function readNotice(document: LerExport): SourceNotice {
  const onet = document.sources?.onet;
  return {
    kind: 'ler_json',
    name: document.sources?.generator ?? 'LER.me',
    release: document.framework.version,
    licence: onet ? `O*NET ${onet}` : null,
    attribution: document.attribution ?? null,
    url: webAddress(document.sources?.crosswalk),
  };
}

/**
 * Reads a LER.me JSON export of schema 1.x (formats 1.4): the mastery framework of one occupation.
 * Level labels are those of the file; captions are null where the file has none; `raw` is the whole document.
 * @param text The text of the file. @param file Its name, used in the places of a refusal.
 * @throws InvalidInput for broken JSON (line, column, character), another major schema version, missing
 * levels, statements without exactly one ` — `, HTML, control characters and anything above the limits; each
 * place is a JSON pointer such as `file.json:/framework/levels/emerging/statements/3`.
 */
export function parseLerJson(text: string, file: string): FrameworkDocument {
  const raw = readStrictJson(text, file);
  checkSchemaVersion(raw, file);
  const parsed = lerSchema.safeParse(raw);
  if (!parsed.success) throw lerRefusal(parsed.error.issues, raw, file);
  const { occupation, framework } = parsed.data;
  return {
    source: readNotice(parsed.data),
    occupation: {
      soc: occupation.soc,
      title: occupation.title,
      group: occupation.group ?? null,
      sector: occupation.sector ?? null,
      jobZone: occupation.jobZone ?? null,
      jobZoneInferred: occupation.jobZoneInferred ?? false,
    },
    frameworks: [readFramework(framework)],
    evidence: [],
    anchors: [],
    raw,
  };
}
