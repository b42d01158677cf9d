import type { MemberKey } from '#test/factories/canary-organization';
import { type Subject, subjectsOf } from '#test/integration/http/matrix-subjects';
import { listRoutes, loaderDeclaration } from '#test/integration/http/route-manifest';
import type { Answer } from '#test/setup/http-client';
import type { TestWeb } from '#test/setup/web';

/** A page or resource with one subject, asked by one viewer. */
export interface Question {
  readonly path: string;
  readonly viewer: MemberKey;
  /** The text that was asked for; it may stand in the answer. */
  readonly asked: string;
  readonly ask: () => Promise<Answer>;
}

type ApiViewer = 'hr_partner' | 'director' | 'executive';

/** Who asks: every day those who see most and least, in a whole proof each kind of viewer. */
const VIEWERS = {
  everyday: { pages: ['hr_partner', 'employee'], api: ['hr_partner'] },
  whole: {
    pages: ['owner', 'hr_partner', 'director', 'executive', 'employee'],
    api: ['hr_partner', 'director', 'executive'],
  },
} as const satisfies Record<string, { pages: readonly MemberKey[]; api: readonly ApiViewer[] }>;

/** Every page and resource with every subject of the role matrix, asked by these viewers of organization a. */
export async function everyQuestion(web: TestWeb, who: keyof typeof VIEWERS): Promise<Question[]> {
  const pageViewers: readonly MemberKey[] = VIEWERS[who].pages;
  const apiViewers: readonly ApiViewer[] = VIEWERS[who].api;
  const cookies = new Map<MemberKey, string>();
  for (const viewer of pageViewers) cookies.set(viewer, await web.signInAs(viewer));
  const tokens = new Map<MemberKey, string>();
  for (const role of apiViewers) {
    const teamScope = role === 'director' ? [web.a.teams.north] : [];
    tokens.set(role, await web.token(role, { of: web.a, teamScope }));
  }
  return (await listRoutes()).flatMap((route): Question[] => {
    const declared = loaderDeclaration(route);
    if (route.isFrame || !declared || !('permission' in declared)) return [];
    const isApi = route.address.startsWith('/api/');
    return subjectsOf(route.address, web).flatMap((subject) => {
      const path = pathOf(route.address, web.a.slug, subject);
      return (isApi ? apiViewers : pageViewers).map((viewer) => ({
        path,
        viewer,
        asked: subject.asked,
        ask: () =>
          web.send(path, isApi ? { token: tokens.get(viewer) ?? '' } : { cookie: cookies.get(viewer) ?? '' }),
      }));
    });
  });
}

/** The address with the slug of an organization and the subject's parameters and query. */
export function pathOf(
  address: string,
  slug: string,
  { params, query }: Pick<Subject, 'params' | 'query'>,
): string {
  const filled = address.replace(/:(\w+)/g, (_, name: string) =>
    name === 'org' ? slug : (params[name] ?? '').replaceAll('/', '%2F'),
  );
  return `${filled}${query}`;
}

/** The whole answer as text. */
export function textOf({ status, headers, body }: Answer): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
  return [status, ...lines.sort(), '', body].join('\n');
}
