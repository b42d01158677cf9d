/** One piece of an XML text; names come without their prefix. */
export type XmlToken =
  | { readonly kind: 'text'; readonly raw: string }
  | { readonly kind: 'close'; readonly name: string }
  | {
      readonly kind: 'open';
      readonly name: string;
      /** By name, as written: entities stay. Attributes with a prefix are left out. */
      readonly attributes: ReadonlyMap<string, string>;
      readonly empty: boolean;
    };

const NAME = /<(\/?)(?:[^\s<>/"'=:]+:)?([^\s<>/"'=:]+)/y;
const ATTRIBUTE = /\s+([^\s<>/"'=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const END = /\s*(\/?)>/y;

/**
 * The tags and texts of an XML text in order; comments and instructions are passed over. Each character is looked at a
 * bounded number of times. Throws SyntaxError for everything else: broken tags, CDATA, document types.
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    if (tag !== at) {
      const end = tag < 0 ? xml.length : tag;
      yield { kind: 'text', raw: xml.slice(at, end) };
      at = end;
    } else if (xml.startsWith('<!--', at)) at = after(xml, '-->', at + 4);
    else if (xml.startsWith('<?', at)) at = after(xml, '?>', at + 2);
    else {
      const read = readTag(xml, at);
      yield read.token;
      at = read.end;
    }
  }
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new SyntaxError(`${mark} is missing`);
  return at + mark.length;
}

function readTag(xml: string, at: number): { token: XmlToken; end: number } {
  const [opened, slash, name = ''] = match(NAME, xml, at) ?? [];
  if (opened === undefined) throw new SyntaxError('a broken tag');
  let end = at + opened.length;
  const attributes = new Map<string, string>();
  for (let found = match(ATTRIBUTE, xml, end); found; found = match(ATTRIBUTE, xml, end)) {
    const [whole, key = '', double, single] = found;
    if (!key.includes(':')) attributes.set(key, double ?? single ?? '');
    end += whole.length;
  }
  const [closed, empty] = match(END, xml, end) ?? [];
  if (closed === undefined) throw new SyntaxError('a broken tag');
  const token: XmlToken =
    slash === '/' ? { kind: 'close', name } : { kind: 'open', name, attributes, empty: empty === '/' };
  return { token, end: end + closed.length };
}

function match(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}
