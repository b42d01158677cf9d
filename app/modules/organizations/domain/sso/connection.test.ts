import { describe, expect, it } from 'vitest';
import { isCadreError } from '~/shared/errors';
import { type ConnectionInput, checkedConnection } from './connection';

const input: ConnectionInput = {
  issuer: ' https://login.example.org/tenant ',
  clientId: ' cadre ',
  clientSecret: ' s3cret ',
  joinRole: 'employee',
  enabled: true,
};
const faultsOf = (more: Partial<ConnectionInput>, allowHttp = false) => {
  try {
    checkedConnection({ ...input, ...more }, allowHttp);
    return [];
  } catch (error) {
    return isCadreError(error) ? error.errors.map(({ pointer }) => pointer) : [String(error)];
  }
};

describe('checkedConnection', () => {
  it('takes the spaces around off', () => {
    expect(checkedConnection(input, false)).toEqual({
      ...input,
      issuer: 'https://login.example.org/tenant',
      clientId: 'cadre',
      clientSecret: 's3cret',
    });
    expect(checkedConnection({ ...input, clientSecret: ' ' }, false).clientSecret).toBeNull();
  });

  it.each([
    '',
    'login.example.org',
    'http://login.example.org',
    'javascript:alert(1)',
    'https://user:word@login.example.org',
    'https://login.example.org/?tenant=1',
    'https://login.example.org/#a',
    'https://login.example.org/.well-known/openid-configuration',
    `https://login.example.org/${'x'.repeat(500)}`,
    'https://login.exämple.org',
  ])('%j is no issuer', (issuer) => expect(faultsOf({ issuer })).toEqual(['issuer']));

  it('takes plain HTTP where that is allowed', () => {
    expect(faultsOf({ issuer: 'http://127.0.0.1:3000' })).toEqual(['issuer']);
    expect(faultsOf({ issuer: 'http://127.0.0.1:3000' }, true)).toEqual([]);
  });

  it('names every field that is wrong', () => {
    const wrong = { issuer: 'x', clientId: '', clientSecret: 'x'.repeat(1_001) };
    expect(faultsOf(wrong)).toEqual(['issuer', 'clientId', 'clientSecret']);
  });
});
