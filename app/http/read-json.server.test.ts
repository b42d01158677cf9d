import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { InvalidInput } from '~/shared/errors';
import { isJson, readJson } from './read-json.server';

const schema = z.strictObject({ names: z.array(z.string().min(1)), size: z.int().optional() });
const request = (body: string | Uint8Array, type = 'application/json') =>
  new Request('http://cadre.example/api/v1/x', {
    method: 'POST',
    body: body as BodyInit,
    headers: { 'Content-Type': type },
  });
const refusalOf = async (body: string | Uint8Array) => {
  try {
    await readJson(request(body), schema);
  } catch (error) {
    if (error instanceof InvalidInput) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};
const pointers = async (body: string | Uint8Array) =>
  (await refusalOf(body)).errors.map(({ pointer }) => pointer);

describe('readJson', () => {
  it('reads what the schema knows, with a byte order mark too', async () => {
    expect(await readJson(request('{"names":["é"]}'), schema)).toEqual({ names: ['é'] });
    expect(await readJson(request('\ufeff{"names":[]}'), schema)).toEqual({ names: [] });
  });

  it('names the place of each fault as a JSON pointer', async () => {
    expect(await pointers('{"names":["a",""],"size":"1"}')).toEqual(['/names/1', '/size']);
    expect(await pointers('{"names":[],"a/b":1,"c":{}}')).toEqual(['/a~1b', '/c']);
    expect(await pointers('{"names":["a\\u0000"]}')).toEqual(['/names/0']);
    expect(await pointers('{"names":[],"names":[]}')).toEqual(['/names']);
    expect(await pointers('{"names":[],"size":9007199254740993}')).toEqual(['/size']);
  });

  it('says where a body stops being JSON', async () => {
    const { errors } = await refusalOf('{"names":[}');
    expect(errors).toEqual([{ pointer: '', detail: expect.stringContaining('character 11') }]);
    expect(await pointers(new Uint8Array([0x22, 0xff, 0x22]))).toEqual(['']);
  });

  it('names fifty faults and counts them all', async () => {
    const { errors, reason } = await refusalOf(
      JSON.stringify({ names: Array.from({ length: 60 }, () => '') }),
    );
    expect(errors).toHaveLength(50);
    expect(reason).toContain('50 of 60');
  });
});

describe('isJson', () => {
  it.each([
    ['application/json', true],
    ['Application/JSON; charset="utf-8"', true],
    ['application/json;charset=utf-16', false],
    ['application/problem+json', false],
    ['text/plain', false],
  ])('%s: %s', (type, wanted) => expect(isJson(request('{}', type))).toBe(wanted));
});
