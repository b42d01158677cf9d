const MAX_PART_CHARS = 200;

/** A name as it stands in a pointer; a name of absurd length is cut and ends with an ellipsis. */
function pointerPart(part: PropertyKey): string {
  const name = String(part);
  const shown = name.length > MAX_PART_CHARS ? `${name.slice(0, MAX_PART_CHARS)}…` : name;
  return shown.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** JSON pointer (RFC 6901) of a path of names and indexes; the whole document is ''. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${pointerPart(part)}`).join('');
}
