import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { InvalidInput } from '~/shared/errors';
import { readQuery } from './api-query';

const schema = z.strictObject({
  limit: z.coerce.number().int().max(10).default(5),
  word: z.string().optional(),
});
const read = (query: string) => readQuery(new URL(`http://cadre.example/api/v1/x?${query}`), schema);
const faults = (query: string) => {
  try {
    read(query);
  } catch (error) {
    if (error instanceof InvalidInput) return error.errors.map(({ pointer }) => pointer);
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('readQuery', () => {
  it('reads what the schema knows, with its defaults', () => {
    expect(read('')).toEqual({ limit: 5 });
    expect(read('limit=3&word=%C3%A9')).toEqual({ limit: 3, word: 'é' });
  });

  it('names what it refuses: wrong values, repeated names, text that cannot be stored', () => {
    expect(faults('limit=99')).toEqual(['limit']);
    expect(faults('word=a&word=b')).toEqual(['word']);
    expect(faults('word=a%00b')).toEqual(['word']);
  });

  it('points at an unknown name', () => {
    expect(faults('colour=red')).toEqual(['colour']);
    expect(faults('colour=red&__proto__=x')).toEqual(['colour', '__proto__']);
  });
});
