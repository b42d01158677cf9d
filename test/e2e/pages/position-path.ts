import type { APIRequestContext } from '@playwright/test';

/** The address of the demo's post with this title, from the list that the HR partner reads. */
export async function positionPath(hrPartner: APIRequestContext, title: string): Promise<string> {
  const answer = await hrPartner.get(`/o/demo/positions?query=${encodeURIComponent(title)}`);
  const path = /\/o\/demo\/positions\/[0-9a-f]{8}-[0-9a-f-]{27}/u.exec(await answer.text())?.[0];
  if (!path) throw new Error(`no position ${title}`);
  return path;
}
