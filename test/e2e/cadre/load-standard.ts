import path from 'node:path';
import { runCadre } from './run-cadre';

const STANDARD = 'test/fixtures/sources/standard.txt';

/** A standard in our own words, and the demo's occupation that it is linked to. */
export const LINKED = { urn: 'TSTDK12', title: 'Keep a door', soc: '33-9032.00', by: 'A. Person' } as const;

/**
 * Takes a national standard into the shared catalogue of the Cadre whose demo-sign-ins.json is given, linked to an
 * occupation of the demo; the second time nothing changes. Throws with what the command said when it fails.
 */
export async function loadStandard(signInsFile: string): Promise<void> {
  const link = ['--soc', LINKED.soc, '--by', LINKED.by];
  await runCadre(path.dirname(signInsFile), 'import', STANDARD, ...link);
}
