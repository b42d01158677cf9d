import { describe, expect, it } from 'vitest';
import { PROFILE_TEXT } from '#test/fixtures/onet/profile-text';
import { InvalidInput } from '~/shared/errors';
import { isOnetProfile, parseOnetProfile } from './parse-onet-profile';

function faultOf(text: string): string {
  try {
    parseOnetProfile(text, 'p.txt');
  } catch (error) {
    if (error instanceof InvalidInput)
      return error.errors.map((fault) => `${fault.pointer} ${fault.detail}`).join();
    throw error;
  }
  return '';
}

describe('a profile text', () => {
  it('is read section by section, with the type of technology and tools, and brackets inside both', () => {
    const { soc, title, description, entries } = parseOnetProfile(PROFILE_TEXT, 'p.txt');
    expect([soc, title]).toEqual(['33-9032.00', 'Security Guards']);
    expect(description).toMatch(/^Watch over a place/);
    expect(entries.map(({ kind, position, text, category }) => [kind, position, text, category])).toEqual([
      ['task', 1, 'Walk the round every hour.', null],
      ['task', 2, 'Write down who came (and when).', null],
      ['technology', 1, 'Roster planner', 'Calendar software'],
      ['technology', 2, 'Radio log (old)', 'Communications software (radio)'],
      ['tool', 1, 'Torch', 'Flashlight'],
      ['tool', 2, 'Whistle', null],
    ]);
  });

  it('reads the same with CRLF and a byte order mark', () => {
    expect(parseOnetProfile(`\ufeff${PROFILE_TEXT.replaceAll('\n', '\r\n')}`, 'p.txt')).toEqual(
      parseOnetProfile(PROFILE_TEXT, 'p.txt'),
    );
  });

  it('says where it is not one', () => {
    expect(faultOf(PROFILE_TEXT.replace('33-9032.00', '33-9032'))).toMatch(/^p\.txt:2 A code/);
    expect(faultOf(PROFILE_TEXT.replace('# TASKS', '# WAGES'))).toMatch(/^p\.txt:7 The section WAGES/);
    expect(faultOf(PROFILE_TEXT.replace('- Walk', 'Walk'))).toMatch(/^p\.txt:8 An item/);
    expect(faultOf(PROFILE_TEXT.replace('Job Title:', 'Title:'))).toMatch(/^p\.txt:1 The line "Job Title:"/);
    expect(faultOf('Job Title: A\nO*NET-SOC Code: 33-9032.00\n# TASKS\n- x\n')).toMatch(
      /DESCRIPTION is missing/,
    );
  });

  it('is recognised by its first two lines', () => {
    expect(isOnetProfile(PROFILE_TEXT)).toBe(true);
    expect(isOnetProfile('Security Guards\n\nSOC 33-9032.00')).toBe(false);
  });
});
