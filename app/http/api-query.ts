import { z } from 'zod';
import { InvalidInput } from '~/shared/errors';
import { issueWords } from '~/shared/issue-words';

/** For resources that take no query. */
export const NO_QUERY = z.strictObject({});

/** Reads a query string with a strict schema: an unknown or repeated name is refused. Throws InvalidInput. */
export function readQuery<Schema extends z.ZodType>(url: URL, schema: Schema): z.output<Schema> {
  const names = [...url.searchParams.keys()];
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  if (repeated.length > 0) refuse([{ pointer: repeated[0] ?? '', detail: 'stands more than once' }]);
  const ill = [...url.searchParams].filter(([, value]) => !value.isWellFormed() || value.includes('\0'));
  if (ill.length > 0)
    refuse(ill.map(([pointer]) => ({ pointer, detail: 'holds characters that text cannot hold' })));
  const parsed = schema.safeParse(Object.fromEntries(url.searchParams));
  if (parsed.success) return parsed.data;
  return refuse(parsed.error.issues.flatMap(describe));
}

/** An unknown name is pointed at itself, not at the whole query. */
function describe(issue: z.core.$ZodIssue): { pointer: string; detail: string }[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => ({ pointer: name, detail: 'is not known here' }));
  }
  return [{ pointer: issue.path.join('.') || 'query', detail: issueWords(issue) }];
}

function refuse(errors: { pointer: string; detail: string }[]): never {
  throw new InvalidInput('The query is not right.', errors);
}
