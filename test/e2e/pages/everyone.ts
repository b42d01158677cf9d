import type { APIRequestContext } from '@playwright/test';

export interface Someone {
  readonly id: string;
  readonly name: string;
}

/** Everyone in an organization, page by page from the list of people that its HR partner sees. */
export async function listEveryone(hrPartner: APIRequestContext, organization: string): Promise<Someone[]> {
  const people: Someone[] = [];
  for (let next: string | undefined = `/o/${organization}/heatmap?rows=person`; next; ) {
    const html = unescapeHtml(await (await hrPartner.get(next)).text());
    const rows = html.matchAll(/<a class="matrix-row-head" href="[^"]*\/people\/([0-9a-f-]{36})"><span [^>]*title="([^"]+)"/g);
    for (const [, id = '', name = ''] of rows) people.push({ id, name });
    next = /<p class="pager"><a [^>]*href="([^"]+)"/.exec(html)?.[1];
  }
  return people;
}

/** Served HTML with the entities that React writes turned back. */
export function unescapeHtml(html: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#x27;': "'",
  };
  return html.replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? entity);
}
