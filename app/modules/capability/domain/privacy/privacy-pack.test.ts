import { describe, expect, it } from 'vitest';
import { PERMISSION_WORDS } from '~/modules/organizations/domain/permission-words';
import { PERMISSIONS, type Permission, reachOf } from '~/modules/organizations/domain/permissions';
import { ROLE_LABELS, ROLES } from '~/modules/organizations/domain/role';
import { SOURCE_DAYS } from '~/modules/organizations/domain/source-days';
import { DEFAULT_CONSTANTS, type MethodConstants } from '../constants';
import { evidenceStrength } from '../evidence-strength';
import { fitOf } from '../fit';
import { gapOf } from '../gap';
import { lowerMedian } from '../peer-rating';
import type { BlockSums } from '../suppression/block-sums';
import { releasedFigures } from '../suppression/released-figures';
import { annexOf } from './annex';
import { compareDocuments } from './compare-documents';
import { formulaTexts } from './formula-texts';
import { noticeOf } from './notice';
import type { PrivacyFacts } from './privacy-facts';
import { markdownLines, writeMarkdown } from './write-markdown';

const FACTS: PrivacyFacts = {
  organization: 'Harbour Guard',
  contact: 'Privacy office',
  legalGround: 'Agreement with the works council',
  constants: DEFAULT_CONSTANTS,
  methodVersion: '1',
  instruments: ['durable', 'mastery'],
  timeZone: 'Europe/Amsterdam',
  retentionMonths: 36,
  ratingRetentionMonths: null,
  lowerings: [],
};

/** Each constant with another value. */
const OTHERS: readonly Partial<MethodConstants>[] = [
  ...(['calibrated', 'manager', 'peer', 'self'] as const).map((kind) => ({
    trust: { ...DEFAULT_CONSTANTS.trust, [kind]: 555 },
  })),
  ...Object.entries(DEFAULT_CONSTANTS).flatMap(([name, value]) =>
    typeof value === 'number' ? [{ [name]: name === 'fitMinimumWeight' ? 0.77 : value + 7 }] : [],
  ),
];

describe('the privacy pack', () => {
  it.each(OTHERS)('the annex says the constant %o', (other) => {
    const constants = { ...DEFAULT_CONSTANTS, ...other };
    const [was, is] = [annexOf(FACTS), annexOf({ ...FACTS, constants })];
    const changed = compareDocuments(was, is).map(({ heading }) => heading);
    expect(changed).toContain('Constants');
    expect(formulaTexts(constants)).not.toEqual(formulaTexts(DEFAULT_CONSTANTS));
  });

  it.each([
    { retentionMonths: 24 },
    { ratingRetentionMonths: 60 },
    { timeZone: 'UTC' },
    { methodVersion: '1.abcd' },
    { instruments: ['durable'] },
    { contact: 'Somebody else' },
    { legalGround: 'Law' },
    { organization: 'Other' },
    { lowerings: [{ from: 6, to: 5, day: '2026-01-31' }] },
  ])('the annex says the setting %o', (other) => {
    expect(compareDocuments(annexOf(FACTS), annexOf({ ...FACTS, ...other }))).not.toEqual([]);
  });

  it('the notice says the smallest group, when it was made smaller, and how long things are kept', () => {
    const lowerings = [{ from: 6, to: 5, day: '2026-01-31' }];
    const lines = markdownLines(noticeOf({ ...FACTS, lowerings, retentionMonths: 24 })).join('\n');
    expect(lines).toContain('at least 5 people');
    expect(lines).toContain(
      'Agreed on 2026-01-31: from the next release on groups of 5 are shown, before of 6',
    );
    expect(lines).toContain('24 months');
  });

  it('both documents name what an account keeps and for how long, and who stands outside the table', () => {
    for (const document of [noticeOf(FACTS), annexOf(FACTS)]) {
      const lines = markdownLines(document).join('\n');
      for (const words of [
        'hash of the password',
        'passkeys with their names',
        'which browser',
        'identity provider knows them',
        'was a member before',
        'operates the server',
      ])
        expect(lines).toContain(words);
      expect(lines).toContain(`${SOURCE_DAYS} days after the last time`);
      expect(lines).toContain(PERMISSION_WORDS['organization:export']);
    }
  });

  it('the table of the annex is the permission table, cell by cell', () => {
    const section = annexOf(FACTS).sections.find(({ heading }) => heading === 'Who may do what');
    const table = section?.blocks.find((block) => block.kind === 'table');
    if (table?.kind !== 'table') throw new Error('there is no table');
    expect(table.head.slice(1)).toEqual(ROLES.map((role) => ROLE_LABELS[role]));
    const names = Object.keys(PERMISSIONS) as Permission[];
    expect(table.rows).toHaveLength(names.length);
    for (const name of names) {
      const row = table.rows.find(([words]) => words === PERMISSION_WORDS[name]);
      const cells = row?.slice(1) ?? [];
      const said = new Map(ROLES.map((role, index) => [cells[index], reachOf(role, name)]));
      // One word for each reach, another for each other one.
      expect(said.size, name).toBe(new Set(ROLES.map((role) => reachOf(role, name))).size);
      expect(
        ROLES.map((_, index) => said.get(cells[index])),
        name,
      ).toEqual(ROLES.map((role) => reachOf(role, name)));
      expect(
        ROLES.map((_, index) => cells[index] === 'no'),
        name,
      ).toEqual(ROLES.map((role) => reachOf(role, name) === 'none'));
    }
    expect(new Set(Object.values(PERMISSION_WORDS)).size).toBe(names.length);
  });
});

describe('formula texts', () => {
  const textOf = (name: string) => formulaTexts(DEFAULT_CONSTANTS).find((one) => one.name === name);
  const numbers = (text = '') => [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number));

  it('examples are what the formulas compute', () => {
    const strength = evidenceStrength(
      { assessedOn: '2025-01-01', strengthTrust: 900 },
      '2025-10-02',
      DEFAULT_CONSTANTS,
    );
    expect(numbers(textOf('Strength of evidence')?.example)).toEqual([274, Number(strength.toFixed(2))]);
    expect(numbers(textOf("Peers' rating")?.example)).toEqual([1, 2, 3, 4, lowerMedian([1, 2, 3, 4])]);
    const [level, target, gap, attainment] = numbers(textOf('Gap and attainment')?.example);
    expect([level, target]).toEqual([2, 3]);
    expect(gap).toBe(gapOf(2, 3));
    expect(attainment).toBe(0.67);
    const fit = fitOf(
      [
        { level: 2, target: 3, weight: 2 },
        { level: 4, target: 4, weight: 1 },
      ],
      DEFAULT_CONSTANTS,
    );
    expect(numbers(textOf('Fit')?.example).slice(-3)).toEqual([
      fit.atTarget,
      fit.dimensions,
      fit.levelsMissing,
    ]);
  });

  it('a released share is rounded as the example says, and a group under k is not shown', () => {
    const k = DEFAULT_CONSTANTS.suppressionK;
    const sums = (people: number): BlockSums => ({
      people,
      levels: [0, people - 1, 1, 0, 0],
      atTarget: k,
      pairs: people,
    });
    const shown = releasedFigures(sums(4 * k), k);
    expect(shown?.atTarget).toEqual({ step: 'tenPoints', percent: 30 });
    expect(textOf('Released figures')?.example).toBe(`${k} of ${4 * k} people at target read 30 %.`);
    expect(releasedFigures(sums(k - 1), k)).toBeNull();
  });
});

describe('writeMarkdown', () => {
  it('keeps what people entered as text', () => {
    const nasty = '# [x](javascript:1) <script>alert(1)</script> | `a` *b*\n# next';
    const markdown = writeMarkdown(noticeOf({ ...FACTS, contact: nasty, organization: nasty }));
    expect(markdown).not.toMatch(/(?<!\\)<script|\n# next|\[x\]\(|(?<!\\)`/);
    expect(markdown).toContain('\\<script\\>');
  });

  it('writes a table that every row of fits', () => {
    const lines = markdownLines(annexOf(FACTS));
    const widths = lines
      .filter((line) => line.startsWith('|'))
      .map((line) => line.replaceAll('\\|', '').split('|').length);
    expect(widths.length).toBeGreaterThan(20);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(4);
  });
});
