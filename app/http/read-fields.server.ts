import { InvalidInput } from '~/shared/errors';
import { readForm } from './read-form.server';

/** The fields of a form that it may have: each once, and lists that may have several values. */
interface Declared<Single extends string, Several extends string> {
  readonly single: readonly Single[];
  readonly several?: readonly Several[];
}

export interface Fields<Single extends string, Several extends string> {
  /** As entered; empty where the form has no such field. */
  readonly one: Readonly<Record<Single, string>>;
  readonly many: Readonly<Record<Several, readonly string[]>>;
}

/** Exactly the fields that a form declares. Throws InvalidInput for any other, for one given twice, and for a file. */
export async function readFields<Single extends string, Several extends string = never>(
  request: Request,
  { single, several = [] }: Declared<Single, Several>,
): Promise<Fields<Single, Several>> {
  const form = await readForm(request);
  const known = new Set<string>([...single, ...several]);
  for (const [name, value] of form.entries()) {
    if (!known.has(name) || typeof value !== 'string') throw unreadable();
  }
  if (single.some((name) => form.getAll(name).length > 1)) throw unreadable();
  return {
    one: record(single, (name) => String(form.get(name) ?? '')),
    many: record(several, (name) => form.getAll(name).map(String)),
  };
}

function record<Name extends string, T>(names: readonly Name[], value: (name: Name) => T): Record<Name, T> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, T>;
}

function unreadable(): InvalidInput {
  return new InvalidInput('The form could not be read. Open the page again and send it once more.');
}
