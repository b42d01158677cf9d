import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { issueWords } from './issue-words';

const words = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map((issue) => issueWords(issue));

describe('what is wrong with a value', () => {
  it.each([
    ['a text that is missing', z.object({ name: z.string() }), {}, 'is needed'],
    ['a number for a text', z.string(), 7, 'must be a text'],
    ['null for a text', z.string(), null, 'must be a text'],
    ['letters for a number', z.coerce.number(), 'many', 'must be a number'],
    ['a broken number', z.int(), 1.5, 'must be a whole number'],
    ['a text for a list', z.array(z.string()), 'a', 'must be a list'],
    ['a list for an object', z.object({}), [], 'must be an object'],
    ['a text for a switch', z.boolean(), 'yes', 'must be true or false'],
    ['another word', z.enum(['active', 'left']), 'gone', 'must be one of active, left'],
    ['another number', z.literal(1), 2, 'must be 1'],
    ['a number too large', z.number().max(1_000), 1_001, 'must be at most 1000'],
    ['a number too small', z.number().min(1), 0, 'must be at least 1'],
    ['a text too long', z.string().max(3), 'abcd', 'must have at most 3 characters'],
    ['an empty text', z.string().min(1), '', 'must have at least 1 character'],
    ['an empty list', z.array(z.string()).min(1), [], 'must have at least 1 entry'],
    ['no id', z.guid(), 'abc', 'is no id'],
    ['another of several words', z.union([z.literal('a'), z.literal('b')]), 'c', 'must be one of a, b'],
    ['another kind', z.union([z.string(), z.number()]), [], 'must be a text or a number'],
    [
      'another way to say it',
      z.discriminatedUnion('by', [
        z.object({ by: z.literal('day'), day: z.string() }),
        z.object({ by: z.literal('week') }),
      ]),
      { by: 'year' },
      'must be one of day, week',
    ],
    ['the bound itself', z.number().gt(0), 0, 'must be more than 0'],
    ['the bound itself above', z.number().lt(1), 1, 'must be less than 1'],
    ['a text of another length', z.string().length(3), 'ab', 'must have exactly 3 characters'],
    ['a value of no kind', z.union([z.literal(1), z.array(z.int())]), 'x', 'is nothing that is taken here'],
  ])('%s', (_, schema, value, said) => {
    expect(words(schema, value)).toEqual([said]);
  });

  it('is said in the words of the schema where it has some', () => {
    const day = z.string().refine(() => false, 'is no calendar day');
    expect(words(day, 'x')).toEqual(['is no calendar day']);
    expect(words(z.string().min(3, 'is too short for a name'), 'x')).toEqual(['is too short for a name']);
  });
});
