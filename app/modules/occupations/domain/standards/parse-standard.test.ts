import { describe, expect, it } from 'vitest';
import { fixtureText } from '#test/fixtures/sources/read-source-file';
import { InvalidInput } from '~/shared/errors';
import { parseStandard } from './parse-standard';

const PAGE = fixtureText('standard.txt');
const parse = (text: string) => parseStandard(text, 'page.txt');

function refusalOf(text: string) {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof InvalidInput) return error.errors[0];
  }
  throw new Error('It was read.');
}

describe('the page of a standard', () => {
  it('is read with either line end', () => {
    expect(parse(PAGE.replaceAll('\n', '\r\n'))).toEqual(parse(PAGE));
  });

  it('gives numbers that go on across headings, wrapped lines and headings without their stars', () => {
    const { document, warnings } = parse(PAGE);
    const criteria = document.statements.filter(({ kind }) => kind === 'performance');
    expect(criteria.map(({ number, headingPosition }) => [number, headingPosition])).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
      [4, 2],
    ]);
    expect(criteria[1]?.text).toBe('ask whoever is not on it for a name and write it down');
    expect(criteria[0]?.heading).toBe('Know who is expected');
    expect(document.activities).toEqual(['Know who is expected', 'Open and close the door']);
    expect(document.glossary).toEqual([
      { term: 'visitor', meaning: 'someone who has no key' },
      { term: 'house', meaning: 'the building, its yard and its gates' },
    ]);
    expect(document).toMatchObject({
      urn: 'TSTDK12',
      originalUrn: 'TST DK 12',
      suites: ['Doors and gates', 'Night work'],
    });
    expect(warnings).toEqual([]);
  });

  it('does not take a heading of criteria for a section that is over', () => {
    const { document } = parse(PAGE.replace('Know who is expected\n\n2. who', 'Overview\n\n2. who'));
    expect(document.statements.at(-1)).toMatchObject({ kind: 'knowledge', number: 3, heading: 'Overview' });
  });

  it('warns of a number that is left out and of a review date that it does not understand', () => {
    const { warnings } = parse(PAGE.replace('4. try', '6. try').replace('Mar 2019', 'some day'));
    expect(warnings.map(({ detail }) => detail)).toEqual([
      'Number 4 is left out before this line.',
      'The review date "some day" was not understood.',
    ]);
  });

  it.each([
    ['no URN', PAGE.replace('URN: TSTDK12', ''), 'URN'],
    ['a URN that is none', PAGE.replace('TSTDK12', 'doors'), 'is not a URN'],
    ['no version', PAGE.replace('Version Number\n\n3', ''), 'version number is missing'],
    ['no criteria', PAGE.replaceAll(/^\d\. .*$/gm, ''), 'No numbered performance criteria'],
    ['a number twice', PAGE.replace('4. try', '3. try'), 'Number 3 follows 3'],
  ])('is refused with %s', (_, text, detail) => {
    expect(refusalOf(text)?.detail).toContain(detail);
  });
});
