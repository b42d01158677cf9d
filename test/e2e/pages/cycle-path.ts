import type { APIRequestContext } from '@playwright/test';

/** What tests call cycles of their own, so that pages of the demo's cycles are of these. */
export const OWN_CYCLES = 'Trial';

/** The address of the demo organization's newest cycle in a state; cycles of tests are passed over. */
export async function cyclePath(
  hrPartner: APIRequestContext,
  state: 'open' | 'closed' = 'open',
): Promise<string> {
  const answer = await hrPartner.get('/o/demo/assessments');
  const rows = (await answer.text()).split('<tr').filter((row) => !row.includes(OWN_CYCLES));
  const row = rows.find((one) => one.includes(`data-state="${state}"`));
  const path = /\/o\/demo\/assessments\/[0-9a-f]{8}-[0-9a-f-]{27}/u.exec(row ?? '')?.[0];
  if (!path) throw new Error(`no cycle is ${state}`);
  return path;
}
