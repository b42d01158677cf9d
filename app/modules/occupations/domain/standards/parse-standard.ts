import type { FieldError } from '~/shared/errors';
import { sourceFault } from '../source-table/source-fault';
import { readStatements } from './read-statements';
import { lastReviewDay } from './review-date';
import type { StandardDocument } from './standard';
import {
  cutSections,
  filledLines,
  type SectionName,
  type StandardSections,
  type TextLine,
} from './standard-sections';
import { readUrn } from './standard-urn';

const FREE_TEXT: readonly SectionName[] = [
  'Scope/range',
  'Scope performance',
  'Scope knowledge',
  'Values',
  'Behaviours',
  'Skills',
  'Links to other NOS',
  'External links',
];

export interface ParsedStandard {
  readonly document: StandardDocument;
  readonly warnings: readonly FieldError[];
}

/**
 * Reads the page text of a UK national occupational standard (formats 1.7).
 * @throws InvalidInput with the line for a page without title, URN, version number or performance criteria, and for
 * numbers that go back.
 */
export function parseStandard(text: string, file: string): ParsedStandard {
  const cut = cutSections(text);
  const head = readHead(cut.head, file);
  const section = (name: SectionName) => filledLines(cut.sections.get(name));
  const value = (name: SectionName) => section(name)[0]?.text ?? null;
  const performance = readStatements('performance', cut.sections.get('Performance criteria') ?? [], file);
  const knowledge = readStatements('knowledge', cut.sections.get('Knowledge and understanding') ?? [], file);
  if (performance.statements.length === 0)
    throw sourceFault({ file, line: 0 }, 'No numbered performance criteria were found.');
  const version = value('Version number');
  if (version === null) throw sourceFault({ file, line: 0 }, 'The version number is missing.');
  const reviewText = value('Indicative review date');
  const reviewBy = reviewText === null ? null : lastReviewDay(reviewText);
  const document: StandardDocument = {
    ...head,
    version,
    reviewText,
    reviewBy,
    validity: value('Validity'),
    status: value('Status'),
    originatingOrganisation: value('Originating organisation'),
    originalUrn: value('Original URN'),
    ...readOverview(section('Overview')),
    statements: [...performance.statements, ...knowledge.statements],
    glossary: readGlossary(section('Glossary')),
    relevantOccupations: listOf(value('Relevant occupations')),
    socCode: value('SOC code'),
    keywords: listOf(value('Keywords')),
    sections: readFreeText(cut),
  };
  const gaps = [...performance.gaps, ...knowledge.gaps].map(({ line, expected }) => ({
    pointer: `${file}:${line}`,
    detail: `Number ${expected} is left out before this line.`,
  }));
  return { document, warnings: [...gaps, ...reviewWarning(reviewText, reviewBy, file)] };
}

function readHead(lines: readonly TextLine[], file: string) {
  const [first, ...rest] = filledLines(lines);
  const labelled = (label: string) => {
    const found = rest.find(({ text }) => text.toLowerCase().startsWith(`${label.toLowerCase()}:`));
    const content = found?.text.slice(label.length + 1).trim();
    return found && content ? { line: found.line, content } : null;
  };
  const urnLine = labelled('URN');
  if (!first || !urnLine)
    throw sourceFault({ file, line: first?.line ?? 1 }, 'The title or the line URN is missing.');
  const urn = readUrn(urnLine.content);
  if (!urn)
    throw sourceFault({ file, line: urnLine.line }, `${JSON.stringify(urnLine.content)} is not a URN.`);
  const approved = labelled('Approved on')?.content.match(/\b(19|20)\d{2}\b/)?.[0];
  return {
    urn,
    title: first.text,
    suites: listOf(labelled('Business Sectors (Suites)')?.content ?? null),
    developedBy: labelled('Developed by')?.content ?? null,
    approvedYear: approved === undefined ? null : Number(approved),
  };
}

function readOverview(lines: readonly TextLine[]) {
  const numbered = lines.map(({ text }) => /^\d{1,2}[.)]\s+(.+)$/.exec(text)?.[1]);
  return {
    overview: lines
      .filter((_, index) => numbered[index] === undefined)
      .map(({ text }) => text)
      .join('\n'),
    activities: numbered.filter((text) => text !== undefined),
  };
}

/** `term: meaning` on a line each; a line without a colon goes on with the meaning before it. */
function readGlossary(lines: readonly TextLine[]) {
  const terms: { term: string; meaning: string }[] = [];
  for (const { text } of lines) {
    const [, term, meaning] = /^([^:]{1,80}):\s+(.+)$/.exec(text) ?? [];
    const last = terms.at(-1);
    if (term !== undefined && meaning !== undefined) terms.push({ term: term.trim(), meaning });
    else if (last) last.meaning += ` ${text}`;
  }
  return terms;
}

function readFreeText({ sections }: StandardSections): Record<string, string> {
  const texts = FREE_TEXT.map((name) => [
    name,
    filledLines(sections.get(name))
      .map(({ text }) => text)
      .join('\n'),
  ]);
  return Object.fromEntries(texts.filter(([, text]) => text !== ''));
}

/** Entries between semicolons or commas; the two are mixed in practice. */
function listOf(text: string | null): string[] {
  return (text ?? '')
    .split(/[;,]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function reviewWarning(text: string | null, day: string | null, file: string): FieldError[] {
  if (text === null || day !== null) return [];
  return [{ pointer: file, detail: `The review date ${JSON.stringify(text)} was not understood.` }];
}
