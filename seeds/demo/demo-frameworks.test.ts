import { describe, expect, it } from 'vitest';
import { DURABLE_DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { DEMO_FRAMEWORKS } from './demo-frameworks';
import { buildFramework } from './framework-builder';
import { securityGuards } from './frameworks/33-9032.00';

describe('DEMO_FRAMEWORKS', () => {
  it.each(DEMO_FRAMEWORKS.map((document) => [document.occupation.soc, document] as const))(
    '%s has 20 mastery, 8 AI-use and 40 durable statements, placed by level',
    (_soc, document) => {
      const places = (instrument: string) =>
        document.frameworks
          .find((framework) => framework.instrument === instrument)
          ?.statements.map((one) => `${one.dimension ?? ''}${one.rank}.${one.position}`);
      const grid = (positions: readonly number[]) =>
        [1, 2, 3, 4].flatMap((rank) => positions.map((position) => `${rank}.${position}`));
      expect(places('mastery')).toEqual(grid([1, 2, 3, 4, 5]));
      expect(places('ai_use')).toEqual(grid([1, 2]));
      expect(places('durable')).toEqual(
        DURABLE_DIMENSIONS.flatMap((dimension) => grid([1]).map((place) => `${dimension}${place}`)),
      );
      expect(document.source).toMatchObject({
        kind: 'cadre_demo',
        release: 'demo-1',
        licence: 'CC0-1.0',
        attribution: 'Written for Cadre',
      });
    },
  );

  it('writes short sentences, each once, each cited', () => {
    const statements = DEMO_FRAMEWORKS.flatMap((document) =>
      document.frameworks.flatMap((framework) => framework.statements),
    );
    const texts = statements.map((one) => `${one.label}: ${one.behaviour}`);
    expect(texts.filter((text) => text.length >= 160)).toEqual([]);
    expect(new Set(statements.map((one) => one.behaviour)).size).toBe(statements.length);
    expect(
      statements.filter((one) => !/^[A-Z].*\.$/.test(one.behaviour) || one.citations.length === 0),
    ).toEqual([]);
    expect(texts.filter((text) => /[+—!]/.test(text))).toEqual([]);
  });

  it('uses the labels of each instrument', () => {
    const labels = securityGuards.frameworks.map(
      (framework) => framework.levels.map((level) => level.label)[2],
    );
    expect(labels).toEqual(['Proficient', 'Proficient', 'Applying']);
  });
});

describe('buildFramework', () => {
  it('refuses a line without a label', () => {
    const line = 'No label here.';
    const four = [line, line, line, line] as const;
    const durable = Object.fromEntries(DURABLE_DIMENSIONS.map((dimension) => [dimension, four]));
    const text = {
      soc: '33-9032.00',
      title: 'Security Guards',
      group: 'Protective Service',
      jobZone: 2,
      contextCovered: 'None.',
      mastery: four.map(() => [line, line, line, line, line]),
      aiUse: four.map(() => [line, line]),
      durable,
    } as unknown as Parameters<typeof buildFramework>[0];
    expect(() => buildFramework(text)).toThrow('Label: behaviour');
  });
});
