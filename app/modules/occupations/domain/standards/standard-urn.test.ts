import { describe, expect, it } from 'vitest';
import { citeStatement, readCitation, readUrn } from './standard-urn';

describe('a URN', () => {
  it.each([
    ['SFSSCM4', 'SFSSCM4'],
    ['SFS SCM 4', 'SFSSCM4'],
    ['cfam&laa1', 'CFAM&LAA1'],
    ['SCDHSC0024', 'SCDHSC0024'],
  ])('%j is %s', (text, urn) => {
    expect(readUrn(text)).toBe(urn);
  });
  it.each(['', 'SFS', '4SFS', 'SFS-4', 'A1B2C3D4E5F6G7H8'])('%j is none', (text) => {
    expect(readUrn(text)).toBeNull();
  });

  it('is cited with the kind and number of a statement, and read back', () => {
    expect(citeStatement('SFSSCM4', 'performance', 12)).toBe('SFSSCM4#P12');
    expect(readCitation('SFSSCM4#P12')).toEqual({ urn: 'SFSSCM4', kind: 'performance', number: 12 });
    expect(readCitation(' sfs scm 4#k7 ')).toEqual({ urn: 'SFSSCM4', kind: 'knowledge', number: 7 });
    for (const none of ['SFSSCM4', 'SFSSCM4#Q1', '#P1', 'SFSSCM4#P', 'SFSSCM4#P1234'])
      expect(readCitation(none)).toBeNull();
  });
});
