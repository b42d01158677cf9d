import { type HtmlPiece, readHtml } from './read-html';

/** Attributes that a browser follows, and elements that this application never writes. */
const FOLLOWED = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'xlink:href',
  'data',
  'poster',
  'background',
]);
const NEVER = new Set(['iframe', 'object', 'embed', 'base', 'applet', 'frame', 'animate', 'set', 'style']);
const MARK = /xss\d{4}x/;

interface Response {
  readonly html: string;
  /** The nonce of its content policy. */
  readonly nonce: string;
}

/** Everything in a page that is not its own: what could run, and marks of payloads outside text and values. */
export function findScript({ html, nonce }: Response): string[] {
  return readHtml(html).flatMap((piece) => faultsOf(piece, nonce));
}

function faultsOf(piece: HtmlPiece, nonce: string): string[] {
  if (piece.kind === 'comment') return MARK.test(piece.text) ? [`a comment holds ${piece.text}`] : [];
  if (piece.kind === 'text') {
    if (piece.within === 'script') return scriptFaults(piece.text);
    if (piece.within === 'noscript') return findScript({ html: piece.text, nonce });
    return piece.within === 'style' && MARK.test(piece.text) ? ['a style holds a payload'] : [];
  }
  const { name, attributes } = piece;
  const faults = [...attributes].flatMap(([key, value]) => attributeFaults(name, key, value));
  if (NEVER.has(name) || MARK.test(name) || name.includes('<')) faults.push(`an element ${name}`);
  if (name === 'script' && attributes.get('nonce') !== nonce) faults.push('a script without the nonce');
  return faults;
}

function attributeFaults(element: string, key: string, value: string): string[] {
  const runs = /^on/.test(key) || key === 'srcdoc' || MARK.test(key);
  const leads = FOLLOWED.has(key) && /^[\s\p{Cc}]*(javascript|data|vbscript)\s*:/iu.test(value);
  const sent = element === 'meta' && /javascript:/i.test(value);
  const styled = key === 'style' && MARK.test(value);
  return runs || leads || sent || styled ? [`${element} with ${key}=${value}`] : [];
}

/** Data in a script stands in strings: with escaped quotation marks, and without a letter that begins HTML. */
function scriptFaults(text: string): string[] {
  const held = [...text.matchAll(/.{0,40}xss\d{4}x.{0,20}/gs)].map(([around]) => around);
  return held
    .filter((around) => /[<>]|(?<!\\)(?:\\\\)*";alert/.test(around))
    .map((at) => `a script holds ${at}`);
}
