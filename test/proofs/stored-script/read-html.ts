/** What a browser sees in HTML: an element with its attributes, text, or a comment. */
export type HtmlPiece =
  | { readonly kind: 'element'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'text'; readonly text: string; readonly within: string | null }
  | { readonly kind: 'comment'; readonly text: string };

/** Elements whose content is text up to their end tag; of noscript where scripts run. */
const RAW = new Set([
  'noscript',
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
]);
const TAG = /<(\/?)([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/y;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Reads HTML as a browser does, as far as it matters for what could run (HTML standard, 13.2.5). */
export function readHtml(html: string): HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  let at = 0;
  const take = (end: number, within: string | null) => {
    if (end > at) pieces.push({ kind: 'text', text: html.slice(at, end), within });
    at = end;
  };
  while (at < html.length) {
    const next = html.indexOf('<', at);
    if (next < 0) {
      take(html.length, null);
      break;
    }
    take(next, null);
    at = next;
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at);
      const stop = end < 0 ? html.length : end;
      pieces.push({ kind: 'comment', text: html.slice(at + 4, stop) });
      at = stop + 3;
      continue;
    }
    TAG.lastIndex = at;
    const [whole, close, written = '', rest = ''] = TAG.exec(html) ?? [];
    if (whole === undefined) {
      at += 1;
      continue;
    }
    at += whole.length;
    const name = written.toLowerCase();
    if (close === '/') continue;
    pieces.push({ kind: 'element', name, attributes: attributesOf(rest) });
    if (!RAW.has(name)) continue;
    const end = html.slice(at).search(new RegExp(`</${name}[\\s/>]`, 'i'));
    take(end < 0 ? html.length : at + end, name);
  }
  return pieces;
}

function attributesOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      unescaped(double ?? single ?? bare ?? ''),
    ]),
  );
}

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (entity, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? entity;
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });
}
