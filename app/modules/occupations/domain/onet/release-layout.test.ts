import { describe, expect, it } from 'vitest';
import { type FileHeader, tellLayout } from './release-layout';

const file = (name: string, ...header: string[]): FileHeader => ({ file: name, header });
const OLD = file('Work Styles', 'O*NET-SOC Code', 'Scale ID', 'Data Value', 'Standard Error');
const NEW = file('Work Styles', 'O*NET-SOC Code', 'Scale ID', 'Data Value');

describe('the layout of a release', () => {
  it('is told by names and headers, whatever the release is called', () => {
    expect(tellLayout([file('Skills'), OLD], '30.2')).toBe('A1');
    expect(tellLayout([file('Alternate Titles'), NEW], '29.0')).toBe('A2');
    expect(tellLayout([file('Job Titles'), NEW], '30.2')).toBe('B');
    expect(tellLayout([OLD], '31.0')).toBe('A1');
  });

  it('is told by the release only where the files leave A1 or A2 open, and by nothing where they tell none', () => {
    expect(tellLayout([file('Skills')], '30.0')).toBe('A1');
    expect(tellLayout([file('Skills')], '30.1')).toBe('A2');
    expect(tellLayout([file('Job Zones'), NEW], '30.2')).toBeNull();
  });

  it('is refused where two layouts are mixed', () => {
    expect(tellLayout([file('Skills'), file('Software Skills')], '30.2')).toEqual({
      conflict: ['Skills', 'Software Skills'],
    });
    expect(tellLayout([file('Job Titles'), OLD], '31.0')).toEqual({
      conflict: ['Job Titles', 'Work Styles'],
    });
  });
});
