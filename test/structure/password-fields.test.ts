import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files';

const components = sourceFiles().filter(({ name }) => /^app\/.*\.tsx$/.test(name));
/** Elements with their attributes: what stands between a name and the end of the tag. */
const elements = components.flatMap(({ name, text }) =>
  [...text.matchAll(/<(?:Field|input)\b(?:[^>]|=>)*?\/?>/g)].map(([tag]) => ({ name, tag })),
);
const passwords = elements.filter(({ tag }) => /name="(?:\w*password|old|proof)"|type="password"/i.test(tag));

describe('fields of passwords (asvs.md V6.2.6, V6.2.7, V6.4.2)', () => {
  it('are there', () => {
    expect(new Set(passwords.map(({ name }) => name)).size).toBeGreaterThanOrEqual(6);
  });

  it('hide what is typed', () => {
    expect(passwords.filter(({ tag }) => !/type="password"/.test(tag))).toEqual([]);
  });

  it('say to password stores what they are, and let paste', () => {
    const known = /autoComplete="(?:current-password|new-password|off|one-time-code)"/;
    expect(passwords.filter(({ tag }) => !known.test(tag))).toEqual([]);
    const own = passwords.filter(({ tag }) => /name="(?:password|old|proof)"/.test(tag));
    expect(own.filter(({ tag }) => !/autoComplete="(?:current|new)-password"/.test(tag))).toEqual([]);
    expect(
      components.filter(({ text }) => /onPaste|onCopy|onCut/.test(text)).map(({ name }) => name),
    ).toEqual([]);
  });

  it('have no hint of the password and no question beside them', () => {
    const names = elements.map(({ tag }) => /name="([^"]+)"/.exec(tag)?.[1] ?? '');
    expect(names.filter((name) => /question|maiden|password-?hint|reminder/i.test(name))).toEqual([]);
  });
});
