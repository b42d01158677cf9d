import type { FrameworkContent, Statement } from './document';
import { normaliseStatement } from './normalise-statement';
import { joinStatement } from './split-statement';
import { statementIdentity } from './statement-identity';

export type IdentifiedStatement = Statement & { readonly identity: string };

/**
 * The statements of a framework with their identities (method 11), in the order of the framework. A text that
 * occurs again in the same dimension gets the occurrence numbers 2, 3 and so on by level, then position.
 * @param soc O*NET-SOC code of the framework's occupation.
 */
export function identifyStatements(soc: string, framework: FrameworkContent): IdentifiedStatement[] {
  const occurrences = new Map<string, number>();
  const identities = new Map<Statement, string>();
  const byPlace = [...framework.statements].sort((a, b) => a.rank - b.rank || a.position - b.position);
  for (const statement of byPlace) {
    const { dimension } = statement;
    const normalised = normaliseStatement(joinStatement(statement));
    const text = JSON.stringify([dimension, normalised]);
    const occurrence = (occurrences.get(text) ?? 0) + 1;
    occurrences.set(text, occurrence);
    const { instrument } = framework;
    identities.set(statement, statementIdentity({ soc, instrument, dimension, normalised, occurrence }));
  }
  return framework.statements.map((statement) => ({
    ...statement,
    identity: identities.get(statement) ?? '',
  }));
}
