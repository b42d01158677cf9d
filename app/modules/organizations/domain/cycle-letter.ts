import { type LetterWords, letter } from './letter';

export interface CycleLetterParts {
  readonly organization: string;
  readonly cycle: string;
  readonly purpose: string | null;
  /** The reader's own last day, in words. */
  readonly until: string;
  readonly isRated: boolean;
  /** How many people the reader still has to rate, themselves among them. */
  readonly owed: number;
  readonly link: string;
  readonly stopLink: string;
}

/** Tells that a cycle opened: why the reader is rated, and how many people the reader is asked to rate. */
export function cycleOpenedLetter(parts: CycleLetterParts): LetterWords {
  const { organization, cycle, purpose, isRated } = parts;
  return letter({
    subject: `${oneLine(cycle)} is open in ${oneLine(organization)}`,
    paragraphs: [
      `The assessment cycle ${cycle} of ${organization} is open.`,
      ...(isRated ? ['You are rated in it.'] : []),
      ...(purpose ? [`What it is for: ${purpose}`] : []),
      ...asked(parts),
    ],
    link: parts.link,
    last: { words: STOP, link: parts.stopLink },
  });
}

/** Tells somebody who still owes ratings. */
export function cycleReminderLetter(parts: CycleLetterParts): LetterWords {
  const { organization, cycle } = parts;
  return letter({
    subject: `${oneLine(cycle)}: ratings are still missing`,
    paragraphs: [`The assessment cycle ${cycle} of ${organization} ends soon.`, ...asked(parts)],
    link: parts.link,
    last: { words: STOP, link: parts.stopLink },
  });
}

const STOP = 'You want no more letters about this cycle? This link stops them, for you alone:';

function asked({ owed, until }: CycleLetterParts): string[] {
  if (owed === 0) return [];
  const people = owed === 1 ? '1 person' : `${owed.toLocaleString('en')} people`;
  return [`You are asked to rate ${people} until ${until}.`];
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
