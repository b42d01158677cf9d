import { describe, expect, it } from 'vitest';
import { isFresh } from './fresh-session';
import { authenticationAnswer, readAnswer } from './passkey-answer';
import { appCodeOf, asksForFactor, passkeyName } from './second-factor';

describe('what an organization asks of a member', () => {
  it.each([
    [false, false, false, false],
    [true, false, false, true],
    [false, true, false, false],
    [false, true, true, true],
    [false, false, true, false],
    [true, true, false, true],
  ])(
    'required %s, single sign-on %s, break glass %s: %s',
    (secondFactorRequired, ssoRequired, breakGlass, asked) => {
      expect(asksForFactor({ secondFactorRequired, ssoRequired, breakGlass })).toBe(asked);
    },
  );
});

describe('what is typed', () => {
  it('six digits are a code of the app, gaps or not, and nothing else is', () => {
    expect(appCodeOf(' 123 456 ')).toBe('123456');
    for (const typed of ['12345', '1234567', '12345a', '１２３４５６', ''])
      expect(appCodeOf(typed)).toBeNull();
  });

  it('a name of a passkey has one to a hundred characters', () => {
    expect(passkeyName('  my   phone ')).toBe('my phone');
    expect(passkeyName('📱'.repeat(100))).not.toBeNull();
    for (const name of ['', '   ', 'x'.repeat(101)]) expect(passkeyName(name)).toBeNull();
  });

  it('an answer of an authenticator that is none is not read', () => {
    const whole = {
      id: 'aa',
      rawId: 'aa',
      type: 'public-key',
      response: { authenticatorData: 'aa', clientDataJSON: 'aa', signature: 'aa' },
    };
    expect(readAnswer(authenticationAnswer, JSON.stringify(whole))?.id).toBe('aa');
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{}',
      JSON.stringify({ ...whole, id: 'a+' }),
      JSON.stringify({ ...whole, type: 'password' }),
      JSON.stringify({ ...whole, response: {} }),
      JSON.stringify({ ...whole, id: 'a'.repeat(2_001) }),
      '['.repeat(100_000),
    ])
      expect(readAnswer(authenticationAnswer, text)).toBeNull();
  });
});

it('a session is young for ten minutes', () => {
  const begun = new Date('2026-01-01T12:00:00Z');
  expect(isFresh(begun, new Date('2026-01-01T12:09:59Z'))).toBe(true);
  expect(isFresh(begun, new Date('2026-01-01T12:10:00Z'))).toBe(false);
});
