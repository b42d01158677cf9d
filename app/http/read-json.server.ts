import type { z } from 'zod';
import { findJsonFault } from '~/modules/frameworks/domain/ler/json-scanner';
import { type FieldError, InvalidInput } from '~/shared/errors';
import { issueFaults } from '~/shared/issue-words';

/** Places named in one refusal; the rest is counted. */
const MOST_FAULTS = 50;

/** Whether the request says that its body is JSON. A charset other than UTF-8 is none. */
export function isJson(request: Request): boolean {
  return /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(
    request.headers.get('content-type')?.trim() ?? '',
  );
}

/**
 * Reads a JSON body with a strict schema. Its bytes were capped while they arrived (body-limit.server.ts); depth,
 * repeated and prototype names, numbers that lose digits, NUL and lone surrogates are refused before it is parsed.
 * Throws InvalidInput with a JSON pointer for each fault; a body that is not JSON at all has the pointer ''.
 */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = decode(new Uint8Array(await request.arrayBuffer()));
  const fault = findJsonFault(text);
  if (fault?.pointer === null)
    refuse([{ pointer: '', detail: `At character ${fault.offset + 1}: ${fault.detail}` }]);
  if (fault) refuse([{ pointer: fault.pointer ?? '', detail: fault.detail }]);
  const parsed = schema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : refuse(parsed.error.issues.flatMap((issue) => issueFaults(issue)));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse([{ pointer: '', detail: 'The body is not UTF-8 text.' }]);
  }
}

function refuse(faults: readonly FieldError[]): never {
  const more =
    faults.length > MOST_FAULTS ? ` The first ${MOST_FAULTS} of ${faults.length} faults are named.` : '';
  throw new InvalidInput(`The body is not right.${more}`, faults.slice(0, MOST_FAULTS));
}
