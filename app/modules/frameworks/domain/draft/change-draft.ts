import { joinStatement } from '../split-statement';
import type { DraftChange, StatementWords } from './draft-change';
import type { DraftContent, DraftStatement } from './draft-content';

/** Statements taken out that are still told of. */
const MOST_REMOVED = 200;

interface Place {
  readonly rank: number;
  readonly dimension: string | null;
}

/** Whether two statements stand in the same list: level, and domain for durable skills. */
export function inSameList(first: Place, second: Place): boolean {
  return first.rank === second.rank && first.dimension === second.dimension;
}

function words({ rank, dimension, label, behaviour, citations }: StatementWords) {
  return { rank, dimension, label, behaviour, citations: [...citations] };
}

/** A statement that goes to another list becomes the last there; in its own list it keeps its place. */
function saved(statements: readonly DraftStatement[], after: DraftStatement): DraftStatement[] {
  const before = statements.find(({ id }) => id === after.id);
  if (!before || inSameList(before, after))
    return statements.map((one) => (one.id === after.id ? after : one));
  return [...statements.filter(({ id }) => id !== after.id), after];
}

/** Changes places with the neighbour in its list; the first does not go up, the last not down. */
function shifted(
  statements: readonly DraftStatement[],
  { id, step, revision }: { readonly id: string; readonly step: 1 | -1; readonly revision: number },
): DraftStatement[] {
  const moving = statements.find((one) => one.id === id);
  if (!moving) return [...statements];
  const list = statements.filter((one) => inSameList(one, moving));
  const neighbour = list[list.indexOf(moving) + step];
  if (!neighbour) return [...statements];
  return statements.map((one) => {
    if (one === moving) return { ...neighbour };
    return one === neighbour ? { ...moving, changedIn: revision } : one;
  });
}

function removed(content: DraftContent, id: string, revision: number): DraftContent {
  const gone = content.statements.find((one) => one.id === id);
  if (!gone) return content;
  const note = { id, text: joinStatement(gone), changedIn: revision };
  return {
    ...content,
    statements: content.statements.filter((one) => one !== gone),
    removed: [...content.removed, note].slice(-MOST_REMOVED),
  };
}

/**
 * A draft after one change that was checked before. What the change touches is marked with the revision that it makes.
 * A statement that is not there leaves the draft as it is.
 */
export function changeContent(content: DraftContent, change: DraftChange, revision: number): DraftContent {
  const { statements } = content;
  const changedIn = revision;
  switch (change.kind) {
    case 'details': {
      const { contextCovered, source, licence, attribution, address } = change;
      return {
        ...content,
        details: { contextCovered, source, licence, attribution, address, changedIn },
      };
    }
    case 'level': {
      const { rank, label, caption } = change;
      const level = { rank, label, caption: caption === '' ? null : caption, changedIn };
      return { ...content, levels: content.levels.map((one) => (one.rank === rank ? level : one)) };
    }
    case 'add': {
      const added = { id: `s${content.next}`, ...words(change), changedIn };
      return { ...content, statements: [...statements, added], next: content.next + 1 };
    }
    case 'save':
      return {
        ...content,
        statements: saved(statements, { id: change.id, ...words(change), changedIn }),
      };
    case 'delete':
      return removed(content, change.id, revision);
    default: {
      const step = change.kind === 'up' ? -1 : 1;
      return { ...content, statements: shifted(statements, { id: change.id, step, revision }) };
    }
  }
}
