import type { Answer } from '#test/setup/http-client';
import type { TestWeb } from '#test/setup/web';
import { readHtml } from './read-html';

export interface Walked {
  readonly path: string;
  readonly answer: Answer;
}

interface Walk {
  readonly cookie: string;
  readonly from: readonly string[];
  /** Most pages of one kind of address. */
  readonly most: number;
}

/** Most pages of one page's own address: views that the address describes can be combined without end. */
const MOST_OF_ADDRESS = 60;
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/gi;

/** Every page that links lead to from here, within the own organization; of each kind of address at most so many. */
export async function* walkPages(web: TestWeb, { cookie, from, most }: Walk): AsyncGenerator<Walked> {
  const kinds = new Map<string, number>();
  const known = new Set(from);
  for (const path of known) {
    const kind = kindOf(path);
    const [address = ''] = kind.split('?', 1);
    if ((kinds.get(kind) ?? 0) >= most || (kinds.get(address) ?? 0) >= MOST_OF_ADDRESS) continue;
    for (const one of [kind, address]) kinds.set(one, (kinds.get(one) ?? 0) + 1);
    const answer = await web.send(path, { cookie });
    yield { path, answer };
    const { location } = answer.headers;
    if (location) known.add(location);
    if (!String(answer.headers['content-type']).startsWith('text/html')) continue;
    for (const link of linksOf(answer.body, path)) known.add(link);
  }
}

/** The address without its ids and the values of its query, whatever their order. */
export function kindOf(path: string): string {
  const url = new URL(path, 'http://x');
  return `${url.pathname.replace(ID, ':id')}?${[...new Set(url.searchParams.keys())].sort().join('&')}`;
}

function linksOf(html: string, path: string): string[] {
  return readHtml(html).flatMap((piece) => {
    const href = piece.kind === 'element' && piece.name === 'a' ? piece.attributes.get('href') : undefined;
    if (!href || !URL.canParse(href, `http://x${path}`)) return [];
    const url = new URL(href, `http://x${path}`);
    return url.host === 'x' && url.pathname.startsWith('/o') ? [`${url.pathname}${url.search}`] : [];
  });
}
