/** Headings of a standard's page in their order. Those from Version Number on hold one value each. */
const HEADINGS = [
  'Overview',
  'Performance criteria',
  'Knowledge and understanding',
  'Scope/range',
  'Scope performance',
  'Scope knowledge',
  'Values',
  'Behaviours',
  'Skills',
  'Glossary',
  'Links to other NOS',
  'External links',
  'Version number',
  'Indicative review date',
  'Validity',
  'Status',
  'Originating organisation',
  'Original URN',
  'Relevant occupations',
  'SOC code',
  'Keywords',
] as const;
export type SectionName = (typeof HEADINGS)[number];

export interface TextLine {
  /** From 1. */
  readonly line: number;
  /** Without spaces around it. */
  readonly text: string;
}

export interface StandardSections {
  /** What stands above the first heading. */
  readonly head: readonly TextLine[];
  readonly sections: ReadonlyMap<SectionName, readonly TextLine[]>;
}

/** A heading without what is noise on it: a star, spaces, a colon at its end. */
export const cleanHeading = (text: string): string => text.replace(/[\s*:]+$/u, '');

const KEYS: ReadonlyMap<string, number> = new Map(
  HEADINGS.map((heading, index) => [heading.toLowerCase(), index]),
);

/**
 * Cuts a page into its sections. A line is a heading when it is one of the known headings and comes after the ones
 * met so far, so that a criterion under a heading such as Skills does not end its section.
 */
export function cutSections(text: string): StandardSections {
  const head: TextLine[] = [];
  const sections = new Map<SectionName, TextLine[]>();
  let current: TextLine[] = head;
  let reached = -1;
  for (const [index, raw] of text.split(/\r\n|\n/).entries()) {
    const line = raw.replaceAll('\u00a0', ' ').trim();
    const place = KEYS.get(cleanHeading(line).toLowerCase());
    const name = place === undefined ? undefined : HEADINGS[place];
    if (place !== undefined && name && place > reached && opens(name, current, head)) {
      reached = place;
      current = [];
      sections.set(name, current);
    } else current.push({ line: index + 1, text: line });
  }
  return { head, sections };
}

/** Only Overview or Performance criteria begin the sections: a title may be one of the other words. */
function opens(name: SectionName, current: readonly TextLine[], head: readonly TextLine[]): boolean {
  return current !== head || name === 'Overview' || name === 'Performance criteria';
}

/** The lines of a section that hold something. */
export function filledLines(lines: readonly TextLine[] = []): TextLine[] {
  return lines.filter(({ text }) => text !== '');
}
