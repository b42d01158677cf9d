import { workbookOf } from '#test/fixtures/workbook-of';
import type { SeededRandom } from '#test/isolation/loss/seeded-random';
import { broken, HOSTILE, pick } from './hostile-text';

const text = (attributes: string, value: string) =>
  `<c ${attributes} t="inlineStr"><is><t>${value}</t></is></c>`;
const RIGHT = [
  `<row r="1">${text('r="A1"', 'id')}${text('r="B1"', 'name')}</row>`,
  `<row r="2">${text('r="A2"', '1')}<c r="B2"><v>42</v></c></row>`,
].join('');

/** Attributes of rows and cells that would fill gaps without end, or be another thing to another reader. */
const ADDRESSES = [
  "r='ZZZZZZZ3'",
  'r ="AAAAAA3"',
  'r="&#65;AAAAA3"',
  'r="aaaa3"',
  's=">" r="AAAAAA3"',
  'r="XFD1048576"',
  'r="A900000000"',
  "r='900000000'",
  'r="1e9"',
  'r="-3"',
  'x:r="A900000000"',
  'r="A3" r="ZZZZZZZ3"',
];

/** A workbook with faults of its zip, its sheet, or the addresses in it. */
export function brokenWorkbook(random: SeededRandom): Uint8Array<ArrayBuffer> {
  const place = random.chance(0.9)
    ? undefined
    : pick(random, ['sheet.xml', 'sharedStrings.xml', 'styles.xml']);
  switch (random.below(5)) {
    case 0:
      return new Uint8Array(broken(random, workbookOf(RIGHT)));
    case 1:
      return workbookOf(Buffer.from(broken(random, RIGHT)).toString('utf8'), place);
    case 2:
      return workbookOf(`${RIGHT}<row>${text(pick(random, ADDRESSES), 'x')}</row>`, place);
    case 3:
      return workbookOf(
        `${RIGHT}<row ${pick(random, ADDRESSES)}>${text(pick(random, ADDRESSES), 'x')}</row>`,
        place,
      );
    default:
      return workbookOf(
        `${RIGHT}${pick(random, ['<c ', '<row ', '<!--', '</row>', '&#x41;', ...HOSTILE]).repeat(5_000)}`,
        place,
      );
  }
}
