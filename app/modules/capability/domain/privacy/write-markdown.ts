/** A document as Markdown. What people entered is escaped, so that it stays text. */
import type { PrivacyBlock, PrivacyDocument } from './privacy-document';

/** The document as Markdown, ending with a line break. */
export function writeMarkdown(document: PrivacyDocument): string {
  return `${markdownLines(document).join('\n')}\n`;
}

/** The same, line by line. */
export function markdownLines({ title, sections }: PrivacyDocument): string[] {
  return [
    `# ${escaped(title)}`,
    ...sections.flatMap(({ heading, blocks }) => [
      '',
      `## ${escaped(heading)}`,
      ...blocks.flatMap(blockLines),
    ]),
  ];
}

function blockLines(block: PrivacyBlock): string[] {
  if (block.kind === 'text') return ['', escaped(block.text)];
  if (block.kind === 'list') return ['', ...block.items.map((item) => `- ${escaped(item)}`)];
  const row = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  return ['', row(block.head), `|${block.head.map(() => ' --- |').join('')}`, ...block.rows.map(row)];
}

function escaped(words: string): string {
  return words
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>|#~&]/g, (sign) => `\\${sign}`);
}
