import { DIMENSION_LABELS } from '../dimension';
import { joinStatement } from '../split-statement';
import type { DraftContent } from './draft-content';

const SHOWN = 160;

function quoted(text: string): string {
  const shown = Array.from(text);
  return JSON.stringify(shown.length > SHOWN ? `${shown.slice(0, SHOWN).join('')}…` : text);
}

/** What was changed in a draft after a revision, in sentences with the texts as they are now. */
export function changesSince(content: DraftContent, revision: number): string[] {
  const { details, levels, statements, removed } = content;
  const later = ({ changedIn }: { readonly changedIn: number }) => changedIn > revision;
  const labelOf = (rank: number) => levels.find((one) => one.rank === rank)?.label ?? String(rank);
  return [
    ...(later(details) ? ['Version, context or source were saved.'] : []),
    ...levels
      .filter(later)
      .map(
        ({ rank, label, caption }) =>
          `Level ${rank} is now ${quoted(label)}${caption ? `, ${quoted(caption)}` : ''}.`,
      ),
    ...statements.filter(later).map((one) => {
      const domain = one.dimension ? `${DIMENSION_LABELS[one.dimension]}, ` : '';
      return `${domain}${labelOf(one.rank)} now has ${quoted(joinStatement(one))}.`;
    }),
    ...removed.filter(later).map(({ text }) => `${quoted(text)} was taken out.`),
  ];
}
