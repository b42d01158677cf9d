import { z } from 'zod';

/**
 * How the place of a fault is told of a JSON body: commands that serve forms too name a field, `teamIds`, which of a body
 * is the JSON pointer `/teamIds`. Everything else stays as it is: so does the name of what the address asks.
 */
export function bodyPointer(schema: z.ZodType, url: URL): (pointer: string) => string {
  const fields = new Set(schema instanceof z.ZodObject ? Object.keys(schema.shape) : []);
  return (pointer) => (fields.has(pointer) && !url.searchParams.has(pointer) ? `/${pointer}` : pointer);
}
