import type { KillProof } from './kill-proof';
import { killsOf, tableOf } from './report';

/** What is printed at the end: count, failures, seed, control, and the table. */
export function tellKillProof({ report, acknowledged, missed }: KillProof): string {
  const control = missed.length === 0 ? 'every planted fault was found' : `not found: ${missed.join('; ')}`;
  return [
    tableOf(report),
    '',
    `proof 7: ${killsOf(report)} kills, ${report.failures.length} failures, PROOF_SEED=${report.seed}`,
    `acknowledged meanwhile: ${acknowledged.imports} imports, ${acknowledged.uploads} uploads`,
    `red control: ${control}`,
    ...report.failures.map((sentence) => `FAILED ${sentence}`),
  ].join('\n');
}
