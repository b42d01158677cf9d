import { describe, expect, it } from 'vitest';
import {
  EXCHANGE_FIXTURE,
  fixtureText,
  LER_FIXTURE,
  realFileText,
} from '#test/fixtures/frameworks/read-framework-file';
import { sameFramework } from './conflict';
import type { FrameworkContent, Statement } from './document';
import { parseExchangeText } from './parse-exchange-text';
import { parseLerJson } from './parse-ler-json';
import { restoreSplit } from './restore-split';

const masteryOf = (framework: FrameworkContent | undefined) => framework as FrameworkContent;
const fromJson = (text: string) => masteryOf(parseLerJson(text, 'f.json').frameworks[0]);
const fromPage = (text: string) => masteryOf(parseExchangeText(text, 'f.txt').frameworks[0]);
const words = ({ statements }: FrameworkContent) =>
  statements.map(({ rank, position, label, behaviour }) => ({ rank, position, label, behaviour }));

const json = fromJson(fixtureText(LER_FIXTURE));
const page = fromPage(fixtureText(EXCHANGE_FIXTURE));

function changeFirst(framework: FrameworkContent, change: Partial<Statement>): FrameworkContent {
  const [first, ...rest] = framework.statements;
  return { ...framework, statements: [{ ...(first as Statement), ...change }, ...rest] };
}

describe('restoreSplit', () => {
  it('restores every statement of the own fixture', () => {
    const restored = restoreSplit(page, json);
    expect(words(restored)).toEqual(words(json));
    expect(restored.statements.every(({ split }) => split === 'restored')).toBe(true);
    expect(restored.levels).toEqual(page.levels);
  });

  it('leaves a statement with other words unconfirmed', () => {
    const restored = restoreSplit(changeFirst(page, { behaviour: 'Gate registersare kept.' }), json);
    expect(restored.statements.map(({ split }) => split === 'unconfirmed')).toEqual([
      true,
      ...Array.from({ length: 11 }, () => false),
    ]);
    expect(restored.statements[0]).toMatchObject({ label: '', behaviour: 'Gate registersare kept.' });
  });

  it('restores nothing from another version, or where two splits give one text', () => {
    expect(restoreSplit(page, { ...json, version: 'v.26.05' })).toEqual(page);
    const [first] = json.statements;
    const twin = {
      ...(first as Statement),
      rank: 2,
      label: 'Gate',
      behaviour: ` registers${first?.behaviour}`,
    };
    const restored = restoreSplit(page, { ...json, statements: [...json.statements, twin] });
    expect(restored.statements[0]?.split).toBe('unconfirmed');
    expect(restored.statements[1]?.split).toBe('restored');
  });

  const realPage = realFileText('002');
  const realJson = realFileText('001');
  it('restores all 40 statements of the real page to those of the real JSON', () => {
    if (realPage === null || realJson === null) return;
    const restored = restoreSplit(fromPage(realPage), fromJson(realJson));
    expect(restored.statements.filter(({ split }) => split === 'restored')).toHaveLength(40);
    expect(words(restored)).toEqual(words(fromJson(realJson)));
    expect(sameFramework(fromPage(realPage), fromJson(realJson))).toEqual({ verdict: 'same' });
  });
});

describe('sameFramework', () => {
  it('finds the page and the JSON to be the same, split or not, in any order', () => {
    expect(sameFramework(page, json)).toEqual({ verdict: 'same' });
    expect(sameFramework(restoreSplit(page, json), json)).toEqual({ verdict: 'same' });
    expect(sameFramework(page, { ...json, statements: json.statements.toReversed() })).toEqual({
      verdict: 'same',
    });
  });

  it('says which statements differ and which moved level', () => {
    const moved = sameFramework(changeFirst(json, { rank: 3 }), page);
    expect(moved).toMatchObject({ verdict: 'conflict', onlyFirst: [], onlySecond: [] });
    expect(
      moved.verdict === 'conflict' && moved.moved.map(({ first, second }) => [first.rank, second.rank]),
    ).toEqual([[3, 1]]);
    const other = sameFramework(changeFirst(json, { behaviour: 'are kept by hand.' }), page);
    expect(other).toMatchObject({
      verdict: 'conflict',
      onlyFirst: [{ label: 'Gate registers', behaviour: 'are kept by hand.' }],
      onlySecond: [{ position: 1, rank: 1 }],
      moved: [],
    });
    expect(sameFramework({ ...json, statements: json.statements.slice(1) }, json)).toMatchObject({
      onlyFirst: [],
      onlySecond: [{ label: 'Gate registers' }],
    });
  });
});
