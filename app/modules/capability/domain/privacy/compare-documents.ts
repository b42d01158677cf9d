/** What differs between two versions of a document, sentence by sentence. */
import type { PrivacyBlock, PrivacyDocument } from './privacy-document';

/** A line that is only in the one or the other, under its heading. */
export interface DocumentDifference {
  readonly heading: string;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** The sections that differ, in the order of the newer document, then those that are gone. */
export function compareDocuments(before: PrivacyDocument, after: PrivacyDocument): DocumentDifference[] {
  const was = linesByHeading(before);
  const is = linesByHeading(after);
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((heading) => {
    const [old, now] = [was.get(heading) ?? [], is.get(heading) ?? []];
    const removed = without(old, now);
    const added = without(now, old);
    return removed.length + added.length === 0 ? [] : [{ heading, removed, added }];
  });
}

function linesByHeading({ title, sections }: PrivacyDocument): Map<string, string[]> {
  const lines = new Map<string, string[]>([['Title', [title]]]);
  for (const { heading, blocks } of sections)
    lines.set(heading, [...(lines.get(heading) ?? []), ...blocks.flatMap(linesOf)]);
  return lines;
}

function linesOf(block: PrivacyBlock): readonly string[] {
  if (block.kind === 'text') return [block.text];
  if (block.kind === 'list') return block.items;
  return block.rows.map(([name = '', ...cells]) => `${name}: ${cells.join(' · ')}`);
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return lines.filter((line) => !known.has(line));
}
