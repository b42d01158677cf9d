import { describe, expect, it } from 'vitest';
import { passwordFault } from './new-password';

const setting = {
  email: 'somebody@example.org',
  name: 'Somebody Longname',
  organizations: ['North Harbour', 'abc', 'Nordwacht Süd GmbH'],
  common: new Set(['password', 'qwerty123456', 'dragon', 'iloveyou']),
};
const fault = (password: string) => passwordFault(password, setting);

describe('a new password', () => {
  it('has 12 to 200 characters that can be stored', () => {
    expect(fault('eleven char')).toContain('at least 12');
    expect(fault('twelve chars')).toBeNull();
    expect(fault(`${'🙂🙃'.repeat(99)}🙂x`)).toBeNull();
    expect(fault('xy'.repeat(101))).toContain('at most 200');
    expect(fault('a password\0with nul')).not.toBeNull();
    expect(fault('a password with \ud800')).not.toBeNull();
  });

  it('is neither address nor name', () => {
    expect(fault('SOMEBODY@example.org')).toContain('something else');
    expect(fault('somebody longname')).toContain('something else');
  });

  it.each([
    'North Harbour1!',
    'northharbour2026',
    'xx North  Harbour xx',
    'Cadre2026Cadr',
    'cadre-cadre-1',
    'nordwacht süd 1',
  ])('%j is the name of an organization or of Cadre with little beside it', (password) =>
    expect(fault(password)).toContain('organization'),
  );

  it.each([
    'Qwerty123456',
    'passwordpassword',
    'Password1234',
    '!!!Dragon!!!',
    '123iloveyou123',
    'xxxxxxxxxxxxx',
    'ababababababab',
    'qwerty123456qwerty123456',
  ])('%j is common', (password) => expect(fault(password)).toContain('Many people'));

  it.each([
    'correct horse battery staple',
    'the cadre of brave horses rides',
    'my password is a long sentence',
    'dragons guard northern harbours',
    'abc def ghi jkl',
  ])('%j is fine', (password) => expect(fault(password)).toBeNull());
});
