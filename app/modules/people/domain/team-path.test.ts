import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTeamPath, parseTeamPath } from './team-path';

const names = (text: string) => {
  const parsed = parseTeamPath(text);
  return parsed.ok ? parsed.value : parsed.fault;
};

describe('parseTeamPath', () => {
  it('splits at slashes between spaces, and only there', () => {
    expect(names('Sites / North / Night shift')).toEqual(['Sites', 'North', 'Night shift']);
    expect(names('  Sites /   North ')).toEqual(['Sites', 'North']);
    expect(names('CCTV/Alarm / Desk')).toEqual(['CCTV/Alarm', 'Desk']);
  });

  it('reads an escaped slash as part of the name', () => {
    expect(names('Sites / North \\/ East / Gate')).toEqual(['Sites', 'North / East', 'Gate']);
  });

  it.each([
    '',
    ' / A',
    'A / ',
    'A /  / B',
    'A / / B',
    '/ A',
    `A / ${'x'.repeat(201)}`,
    'A\u0000',
    'A / \ud800',
  ])('refuses %j', (text) => {
    expect(typeof names(text)).toBe('string');
  });

  it('reads back every path that formatTeamPath writes', () => {
    const part = fc
      .string({ unit: fc.constantFrom('a', 'B', ' ', '/', 'é', '=', '"'), minLength: 1, maxLength: 12 })
      .map((text) => text.trim())
      .filter((text) => text !== '' && !/^\/|\/$/.test(text));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (path) => {
        expect(names(formatTeamPath(path))).toEqual(path);
      }),
    );
  });
});
