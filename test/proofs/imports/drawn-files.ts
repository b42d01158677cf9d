import { ownFile } from '#test/fixtures/people/people-imports';
import type { SeededRandom } from '#test/isolation/loss/seeded-random';

/** Two files of one organization: what is known first, and what an import makes of it. */
export interface DrawnFiles {
  readonly first: readonly string[];
  readonly second: readonly string[];
}

const TEAMS = [
  'Security',
  'Security / North',
  'security / North',
  'Port / Quay',
  'Port / Quay / Night',
  '保安 / 夜',
];
const TITLES = ['Guard', 'Shift lead', 'guard', '=1+1', 'Gärtner:in', '警備員'];
const SITES = ['', '', 'Quay', 'quay', 'Yard 2'];
const OCCUPATIONS = ['', '33-9032.00', '11-3013.01', '33-9032.00:60;11-3013.01:40', '33-9032.00:25'];
const STARTS = ['', '2020-01-01', '2021-06-15', '2024-02-29'];
const ENDS = ['', '', '', '2024-03-01', '2190-01-01'];
const WORDS = {
  status: ['', 'active', 'leave', 'left'],
  kind: ['', 'employee', 'agency'],
  yes: ['', 'yes', 'no'],
};

/** Files with people who come, change, go, exchange e-mails and managers, and rows that cannot be taken. */
export function drawFiles(random: SeededRandom): DrawnFiles {
  const people = 6 + random.below(18);
  const first = Array.from({ length: people }, (_, number) => drawLine(random, { number, people }));
  const second = first.flatMap((line, number) => drawNext(random, { line, number, people }));
  for (let number = people; number < people + random.below(6); number += 1)
    second.push(drawLine(random, { number, people: people + 6 }));
  while (random.chance(0.5)) second.push(drawFaulty(random, people));
  return { first, second: exchangeEmails(random, second) };
}

/** The rows in another order. */
export function shuffle<T>(random: SeededRandom, rows: readonly T[]): T[] {
  const result = [...rows];
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    const [a, b] = [result[at], result[other]];
    if (a !== undefined && b !== undefined) [result[at], result[other]] = [b, a];
  }
  return result;
}

/** The lines under Cadre's header. */
export const fileOf = (lines: readonly string[]) => ownFile(lines);

const pick = (random: SeededRandom, words: readonly string[]) => words[random.below(words.length)] ?? '';

function drawLine(
  random: SeededRandom,
  { number, people }: { readonly number: number; readonly people: number },
): string {
  const manager =
    random.chance(0.7) && number > 0 ? `P${random.below(number)}` : drawAnyManager(random, people);
  const email = random.chance(0.8) ? `p${number}@proof.example` : '';
  const end = pick(random, ENDS);
  return [
    `P${number}`,
    `Person ${number}`,
    email,
    pick(random, TITLES),
    pick(random, TEAMS),
    manager,
    pick(random, SITES),
    pick(random, OCCUPATIONS),
    pick(random, ['', '1', '2', '4']),
    pick(random, STARTS),
    end,
    end === '' ? pick(random, WORDS.status) : '',
    pick(random, WORDS.kind),
    pick(random, WORDS.yes),
  ].join(',');
}

/** Rarely anybody, so that circles and unknown managers occur. */
function drawAnyManager(random: SeededRandom, people: number): string {
  return random.chance(0.15) ? `P${random.below(people + 3)}` : '';
}

/** The row as the second file has it: the same, another, or none. */
function drawNext(
  random: SeededRandom,
  { line, number, people }: { readonly line: string; readonly number: number; readonly people: number },
): string[] {
  if (random.chance(0.15)) return [];
  if (random.chance(0.4)) return [line];
  const [was, is] = [line.split(','), drawLine(random, { number, people }).split(',')];
  return [was.map((cell, at) => (at > 0 && random.chance(0.35) ? (is[at] ?? cell) : cell)).join(',')];
}

function drawFaulty(random: SeededRandom, people: number): string {
  const id = `P${random.below(people + 4)}`;
  const faulty = [
    `${id},Twin,,Guard,Security,,,,,,,,,`,
    `X1,Nobody's,,Guard,Security,nobody,,,,,,,,`,
    `X2,${'n'.repeat(3_000)},,Guard,Security,,,,,,,,,`,
    'X3,Time,,Guard,Security,,,,,2024-13-01,,,,',
    'X4,Loop,,Guard,Security,X5,,,,,,,,',
    'X5,Pool,,Guard,Security,X4,,,,,,,,',
    'X6,Below,,Guard,Security,X4,,,,,,,,',
    'X7,Backwards,,Guard,Security,,,,,2024-05-01,2024-04-01,,,',
    'X8,Taken,p0@proof.example,Guard,Security,,,,,,,,,',
    ',No id,,Guard,Security,,,,,,,,,',
  ];
  return pick(random, faulty);
}

const EMAIL = 2;

function exchangeEmails(random: SeededRandom, lines: readonly string[]): string[] {
  const rows = lines.map((line) => line.split(','));
  for (let times = random.below(4); times > 0; times -= 1) {
    const [a, b] = [rows[random.below(rows.length)], rows[random.below(rows.length)]];
    if (a && b) [a[EMAIL], b[EMAIL]] = [b[EMAIL] ?? '', a[EMAIL] ?? ''];
  }
  return rows.map((row) => row.join(','));
}
