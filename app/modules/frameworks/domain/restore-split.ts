import type { FrameworkContent } from './document';
import { joinStatement, type StatementParts } from './split-statement';

/** What the page text shows of a statement: label and behaviour run together without the ` — `. */
function runTogether({ label, behaviour }: StatementParts): string {
  return `${label}${behaviour}`;
}

/** The splits by run-together text; null where two different splits give the same text. */
function splitsOf(framework: FrameworkContent): Map<string, StatementParts | null> {
  const splits = new Map<string, StatementParts | null>();
  for (const statement of framework.statements) {
    if (statement.split === 'unconfirmed' || statement.label === '') continue;
    const text = runTogether(statement);
    const known = splits.get(text);
    const same = known === undefined || (known !== null && joinStatement(known) === joinStatement(statement));
    splits.set(text, same ? { label: statement.label, behaviour: statement.behaviour } : null);
  }
  return splits;
}

/**
 * The mastery framework of a page text with label and behaviour restored from the JSON export of the same
 * occupation and version: a statement that equals label and behaviour run together becomes `restored`, every other
 * stays `unconfirmed` for a person to split. The caller makes sure that both are of one occupation; another
 * instrument or version restores nothing.
 */
export function restoreSplit(fromText: FrameworkContent, fromJson: FrameworkContent): FrameworkContent {
  if (fromText.instrument !== fromJson.instrument || fromText.version !== fromJson.version) return fromText;
  const splits = splitsOf(fromJson);
  const statements = fromText.statements.map((statement) => {
    if (statement.split !== 'unconfirmed') return statement;
    const parts = splits.get(runTogether(statement));
    return parts ? { ...statement, ...parts, split: 'restored' as const } : statement;
  });
  return { ...fromText, statements };
}
