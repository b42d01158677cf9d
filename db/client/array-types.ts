import type postgres from 'postgres';

const ELEMENT = /"((?:[^"\\]|\\.)*)"|([^",{}\\]+)/gy;

/** Reads PostgreSQL's text form of a one-dimensional array, e.g. {1,NULL,"a b"}. Throws TypeError on other forms. */
export function parseArray<T>(text: string, parseElement: (element: string) => T): (T | null)[] {
  if (!text.startsWith('{') || !text.endsWith('}')) throw new TypeError('not a one-dimensional array');
  const values: (T | null)[] = [];
  for (let at = 1; at < text.length - 1; at += 1) {
    ELEMENT.lastIndex = at;
    const match = ELEMENT.exec(text);
    if (!match) throw new TypeError('not a one-dimensional array');
    const [whole, quoted, plain = ''] = match;
    values.push(
      quoted === undefined
        ? plain === 'NULL'
          ? null
          : parseElement(plain)
        : parseElement(quoted.replace(/\\(.)/gs, '$1')),
    );
    at += whole.length;
  }
  return values;
}

/** Writes a list as PostgreSQL's text form of an array; numbers are plain, every other element is quoted. A string is taken as that form. */
export function serializeArray(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  const elements = value.map((element: unknown) => {
    if (element === null || element === undefined) return 'NULL';
    if (typeof element === 'number') return String(element);
    const text = element instanceof Date ? element.toISOString() : String(element);
    return `"${text.replace(/["\\]/g, '\\$&')}"`;
  });
  return `{${elements.join(',')}}`;
}

function arrayType(oid: number, parseElement: (element: string) => unknown): postgres.PostgresType {
  return {
    to: oid,
    from: [oid],
    serialize: serializeArray,
    parse: (text: string) => parseArray(text, parseElement),
  };
}

const text = (element: string) => element;

/**
 * The array types by their fixed oids. postgres.js would ask the server for them on each connect, and a connection
 * lost during that question ends in an unhandled rejection.
 */
export const ARRAY_TYPES: Record<string, postgres.PostgresType> = {
  booleans: arrayType(1000, (element) => element === 't'),
  smallints: arrayType(1005, Number),
  integers: arrayType(1007, Number),
  texts: arrayType(1009, text),
  varchars: arrayType(1015, text),
  bigints: arrayType(1016, Number),
  doubles: arrayType(1022, Number),
  dates: arrayType(1182, text),
  timestamps: arrayType(1185, (element) => new Date(element)),
  numerics: arrayType(1231, Number),
  uuids: arrayType(2951, text),
};
