import { describe, expect, it } from 'vitest';
import { realFileBytes } from '#test/fixtures/frameworks/read-framework-file';
import { decodeText } from './decode-text';
import type { AnchorKind, FrameworkContent, FrameworkDocument } from './document';
import { parseExchangeText } from './parse-exchange-text';

const FILE = 'page.txt';
const framework = (document: FrameworkDocument, instrument: string) =>
  document.frameworks.find((one) => one.instrument === instrument) as FrameworkContent;
const perRank = ({ statements }: FrameworkContent) =>
  [1, 2, 3, 4].map((rank) => statements.filter((one) => one.rank === rank).length);
const anchorsOf = (document: FrameworkDocument, kind: AnchorKind) =>
  document.anchors.filter((anchor) => anchor.kind === kind).map((anchor) => anchor.text);

const bytes = realFileBytes('002');
if (bytes) {
  describe('parseExchangeText on the real page', () => {
    const document = parseExchangeText(decodeText(bytes, FILE), FILE);

    it('reads 40 mastery, 11 AI-use and 87 durable statements', () => {
      expect(document.occupation).toMatchObject({
        soc: '11-3013.01',
        title: 'Security Managers',
        jobZone: 4,
      });
      expect(perRank(framework(document, 'mastery'))).toEqual([10, 10, 10, 10]);
      expect(perRank(framework(document, 'ai_use'))).toEqual([2, 3, 3, 3]);
      const durable = framework(document, 'durable').statements;
      expect(durable).toHaveLength(87);
      expect(new Set(durable.map(({ dimension, rank }) => `${dimension} ${rank}`)).size).toBe(40);
    });

    it('leaves nothing of a citation in the words, and gives each statement one or more', () => {
      const cited = [
        ...framework(document, 'ai_use').statements,
        ...framework(document, 'durable').statements,
      ];
      expect(cited.every((one) => one.citations.length > 0 && one.label !== '')).toBe(true);
      const words = cited.map((one) => one.label + one.behaviour).join('\n');
      expect(words).not.toMatch(/Anthropic|Jadhav|Taxonomy|Pathsmith|O\*NET|Opens/);
      const titles = cited.flatMap((one) => one.citations.map(({ source, title }) => `${source}: ${title}`));
      expect([...new Set(titles)].map((title) => title.split(' ')[0]).sort()).toEqual([
        'aei:',
        'onet:',
        'pathsmith:',
        'safi:',
        'wef:',
      ]);
    });

    it('reads the evidence pack with releases', () => {
      const rows = document.evidence.map(({ source, release, measure, value }) => [
        source,
        release,
        measure,
        value,
      ]);
      expect(rows).toEqual([
        ['aei', 'release_2026_03_24', 'task_observations', 9247],
        ['aei', 'release_2026_03_24', 'augment_share', 95],
        ['aei', 'release_2026_03_24', 'time_saved', 85.4],
        ['aei', 'release_2026_03_24', 'ai_autonomy', 2.84],
        ['safi', 'arXiv:2604.06906', 'top_skill', 'Critical Thinking'],
        ['safi', 'arXiv:2604.06906', 'score', 57.9],
        ['wef', '2021', 'cluster', 'Human-Technology Interaction'],
        ['wef', '2021', 'cluster_slug', 'human_technology_interaction'],
      ]);
      expect(document.evidence.find(({ measure }) => measure === 'score')?.precision).toBe(
        'category_estimate',
      );
    });

    it('reads the anchors by their counts and the 13 CIP codes', () => {
      const kinds = ['related_title', 'rapids', 'skill', 'knowledge', 'ability', 'work_style'] as const;
      expect(kinds.map((kind) => anchorsOf(document, kind).length)).toEqual([12, 0, 22, 11, 10, 6]);
      expect(anchorsOf(document, 'technology')).toHaveLength(10);
      expect(anchorsOf(document, 'technology')).toContain(
        'Network security and virtual private network VPN equipment software',
      );
      expect(anchorsOf(document, 'technology')).toContain('Data base user interface and query software');
      expect(anchorsOf(document, 'task')).toHaveLength(8);
      expect(anchorsOf(document, 'cip').join(' ')).toBe(
        '15.1501 19.0604 30.1201 30.1299 31.0301 46.0401 46.0412 51.0702 52.0101 52.0201 52.0202 52.0205 52.0904',
      );
    });
  });
} else {
  describe('parseExchangeText on the real page', () => {
    it('has no real page here; the warning above says so', () => expect(bytes).toBeNull());
  });
}
