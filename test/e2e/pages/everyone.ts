import type { APIRequestContext } from '@playwright/test';

export interface Listed {
  readonly id: string;
  readonly name: string;
}

/** Everyone whom the heatmap's list of people holds, page by page: of a team and its sub-teams, else of all teams. */
export async function listPeople(
  hrPartner: APIRequestContext,
  organization: string,
  teamId?: string,
): Promise<Listed[]> {
  const people: Listed[] = [];
  const parent = teamId ? `&parent=${teamId}` : '';
  for (let next: string | undefined = `/o/${organization}/heatmap?rows=person${parent}`; next; ) {
    const html = unescapeHtml(await (await hrPartner.get(next)).text());
    people.push(...namedLinks(html, /\/people\/([0-9a-f-]{36})$/));
    next = /<a [^>]*href="([^"]+)"[^>]*>Next people/.exec(html)?.[1];
  }
  return people;
}

/** The teams beneath a team, or the top teams, that lead further. */
export async function listTeams(
  session: APIRequestContext,
  organization: string,
  parentId?: string,
): Promise<Listed[]> {
  const parent = parentId ? `?parent=${parentId}` : '';
  const html = unescapeHtml(await (await session.get(`/o/${organization}/heatmap${parent}`)).text());
  return namedLinks(html, /\?(?:.*&)?parent=([0-9a-f-]{36})/);
}

/** The id of the team that the names lead to from the top. Throws when there is none. */
export async function teamId(session: APIRequestContext, ...names: readonly string[]): Promise<string> {
  let id: string | undefined;
  for (const name of names) {
    const teams = await listTeams(session, 'demo', id);
    id = teams.find((team) => team.name === name)?.id;
    if (!id) throw new Error(`There is no team ${name} among ${teams.map((team) => team.name).join(', ')}.`);
  }
  return id ?? '';
}

function namedLinks(html: string, idInHref: RegExp): Listed[] {
  const heads = html.matchAll(/<a class="matrix-row-head" href="([^"]+)"><span [^>]*title="([^"]+)"/g);
  return [...heads].flatMap(([, href = '', name = '']) => {
    const id = idInHref.exec(href)?.[1];
    return id ? [{ id, name }] : [];
  });
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
