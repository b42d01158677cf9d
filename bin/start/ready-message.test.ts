import { describe, expect, it } from 'vitest';
import { browserAddress, ownAddress, parseDemoSignIns, readyMessage } from './ready-message';

const ada = {
  organization: 'Harbour',
  role: 'Owner',
  name: 'Ada',
  email: 'ada@example.test',
  password: 'p1',
};

describe('what npm start prints', () => {
  it('aligns the demo accounts under their headings', () => {
    const ben = { ...ada, organization: 'A longer name', email: 'b@example.test', password: 'p2' };
    const lines = readyMessage('http://localhost:3000', [ada, ben]).split('\n');
    expect(lines[0]).toBe('Cadre is ready at http://localhost:3000');
    const [header, first, second] = lines.slice(3, 6);
    expect(first?.indexOf('p1')).toBe(header?.indexOf('Password'));
    expect(second?.indexOf('p2')).toBe(header?.indexOf('Password'));
  });

  it('leaves the table out without accounts', () => {
    expect(readyMessage('http://localhost:3000', [])).not.toContain('Password');
  });

  it('reads a complete file of accounts and takes anything else as none', () => {
    expect(parseDemoSignIns(JSON.stringify([ada]))).toEqual([ada]);
    expect(parseDemoSignIns('[{"email":"ada@example.test"}]')).toEqual([]);
    expect(parseDemoSignIns('half a fi')).toEqual([]);
  });

  it('names an address that a browser and this machine can use', () => {
    expect(browserAddress('0.0.0.0', 3000)).toBe('http://localhost:3000');
    expect(browserAddress('10.0.0.5', 80)).toBe('http://10.0.0.5:80');
    expect(ownAddress('0.0.0.0', 3000)).toBe('http://127.0.0.1:3000');
    expect(ownAddress('::', 3000)).toBe('http://[::1]:3000');
  });
});
