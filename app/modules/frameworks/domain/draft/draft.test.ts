import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixtureText, LER_FIXTURE } from '#test/fixtures/frameworks/read-framework-file';
import { sameFramework } from '../conflict';
import { parseLerJson } from '../parse-ler-json';
import { changeContent, inSameList } from './change-draft';
import { changesSince } from './changes-since';
import { changeFaults } from './check-change';
import type { DraftChange, StatementWords } from './draft-change';
import { type DraftContent, draftContentSchema } from './draft-content';
import { draftFramework } from './draft-document';
import { publishFaults } from './publish-faults';
import { copyDraft, emptyDraft } from './start-draft';

const words = (behaviour: string, rank = 1, more: Partial<StatementWords> = {}): StatementWords => ({
  rank,
  dimension: null,
  label: 'Rounds',
  behaviour,
  citations: [],
  ...more,
});
/** A draft after these changes, the first of them revision 2. */
const changed = (content: DraftContent, ...changes: DraftChange[]) =>
  changes.reduce((draft, change, index) => changeContent(draft, change, index + 2), content);
const add = (behaviour: string, rank = 1, more: Partial<StatementWords> = {}): DraftChange => ({
  kind: 'add',
  ...words(behaviour, rank, more),
});
const textsAt = ({ statements }: DraftContent, rank: number) =>
  statements.filter((one) => one.rank === rank).map(({ behaviour }) => behaviour);
const three = changed(emptyDraft('mastery'), add('one'), add('two'), add('three'));

describe('changing a draft', () => {
  it('adds at the end of its level, moves within it, and not beyond its ends', () => {
    expect(textsAt(three, 1)).toEqual(['one', 'two', 'three']);
    expect(textsAt(changed(three, { kind: 'up', id: 's3' }), 1)).toEqual(['one', 'three', 'two']);
    expect(textsAt(changed(three, { kind: 'down', id: 's1' }), 1)).toEqual(['two', 'one', 'three']);
    expect(changed(three, { kind: 'up', id: 's1' })).toEqual(three);
    expect(changed(three, { kind: 'down', id: 's3' })).toEqual(three);
  });

  it('keeps the place of a statement that is saved, and puts one that changes its level last there', () => {
    const saved = changed(three, { kind: 'save', id: 's2', ...words('2') });
    expect(textsAt(saved, 1)).toEqual(['one', '2', 'three']);
    const moved = changed(three, add('other', 2), { kind: 'save', id: 's1', ...words('one', 2) });
    expect([textsAt(moved, 1), textsAt(moved, 2)]).toEqual([
      ['two', 'three'],
      ['other', 'one'],
    ]);
  });

  it('never gives the number of a deleted statement to another one', () => {
    const again = changed(three, { kind: 'delete', id: 's3' }, add('four'));
    expect(again.statements.map(({ id }) => id)).toEqual(['s1', 's2', 's4']);
  });

  it('says what was changed after a revision, and nothing else', () => {
    const level: DraftChange = { kind: 'level', rank: 2, label: 'Developing', caption: 'in the second year' };
    const later = changed(three, { kind: 'delete', id: 's1' }, level, {
      kind: 'save',
      id: 's2',
      ...words('2'),
    });
    // Revisions 2 to 4 again: the changes of `three` were 2 to 4 as well.
    expect(changesSince(later, 4)).toEqual([]);
    const marked = changeContent(changeContent(three, { kind: 'delete', id: 's1' }, 5), level, 6);
    expect(changesSince(marked, 4)).toEqual([
      'Level 2 is now "Developing", "in the second year".',
      '"Rounds — one" was taken out.',
    ]);
    expect(changesSince(marked, 5)).toEqual(['Level 2 is now "Developing", "in the second year".']);
    expect(changesSince(marked, 6)).toEqual([]);
  });

  it('stays a draft whatever is done, and keeps every statement that is not deleted', () => {
    const id = fc.integer({ min: 1, max: 8 }).map((number) => `s${number}`);
    const rank = fc.integer({ min: 1, max: 4 });
    const change: fc.Arbitrary<DraftChange> = fc.oneof(
      rank.map((at) => add('x', at)),
      fc.tuple(id, rank).map(([one, at]): DraftChange => ({ kind: 'save', id: one, ...words('y', at) })),
      fc
        .tuple(fc.constantFrom('delete' as const, 'up' as const, 'down' as const), id)
        .map(([kind, one]): DraftChange => ({ kind, id: one })),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const draft = changed(emptyDraft('ai_use'), ...changes);
        expect(draftContentSchema.parse(draft)).toEqual(draft);
        const added = changes.filter(({ kind }) => kind === 'add').length;
        const ids = [...draft.statements, ...draft.removed].map((one) => one.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toHaveLength(added);
      }),
    );
  });
});

describe('what is wrong with a change', () => {
  const faults = (change: DraftChange, content = three) =>
    changeFaults(change, { instrument: 'mastery', content }).map(
      ({ field, detail }) => `${field}: ${detail}`,
    );

  it.each<[string, DraftChange, string]>([
    ['no behaviour', add(''), 'behaviour: The text is empty.'],
    ['markup', add('<i>x</i>'), 'behaviour: Character 1 starts HTML or script; only plain text is read.'],
    [
      'a dash',
      add('a — b'),
      'behaviour: A dash between spaces ( — ) stands between label and behaviour, not in them.',
    ],
    ['the same again', add('TWO.'), 'behaviour: The same statement stands at this level already.'],
    ['a domain', add('x', 1, { dimension: 'leadership' }), 'dimension: One of the ten domains is expected.'],
    ['no such level', add('x', 5), 'rank: A level from 1 to 4 is expected.'],
    [
      'too long',
      add('x'.repeat(1_999)),
      'behaviour: Label and behaviour have 2008 characters; at most 2000 are kept.',
    ],
    [
      'half a citation',
      add('x', 1, { citations: [{ source: 'aei', title: '' }] }),
      'title-0: The text is empty.',
    ],
    [
      'a word of another level',
      { kind: 'level', rank: 3, label: 'Developing', caption: '' },
      'label: "Developing" is the word for another level or instrument; level 3 here is "Proficient".',
    ],
  ])('%s', (_, change, fault) => {
    expect(faults(change)).toEqual([fault]);
  });

  it('the same statement may stand at another level, and be saved as it is', () => {
    expect(faults(add('two', 2))).toEqual([]);
    expect(faults({ kind: 'save', id: 's2', ...words('two') })).toEqual([]);
    expect(faults({ kind: 'level', rank: 3, label: 'Steady', caption: '' })).toEqual([]);
  });
});

describe('publishing', () => {
  it('asks who may use the text, and names every empty level', () => {
    expect(publishFaults('mastery', three)).toEqual([
      'The source is missing: where do these texts come from?',
      'The licence is missing: who may use these texts?',
      'Developing has no statement.',
      'Proficient has no statement.',
      'Advanced has no statement.',
    ]);
    const durable = changed(emptyDraft('durable'), add('x', 1, { dimension: 'fortitude' }));
    expect(publishFaults('durable', durable)).toContain('Exceeding of Fortitude has no statement.');
  });

  it('names statements that stand twice, and those without a label', () => {
    const source = { name: 'a', licence: 'b', attribution: null, url: null };
    const framework = parseLerJson(fixtureText(LER_FIXTURE), 'x').frameworks[0];
    if (!framework) throw new Error('the fixture has no framework');
    expect(publishFaults('mastery', copyDraft(framework, source))).toEqual([]);
    const [first, second] = framework.statements;
    if (!first || !second) throw new Error('the fixture has no statements');
    const doubled = { ...framework, statements: [...framework.statements, { ...first, position: 99 }] };
    expect(publishFaults('mastery', copyDraft(doubled, source))).toEqual([
      expect.stringMatching(
        /^"Gate registers.* stands twice: Emerging, statement 1 and Emerging, statement \d+\.$/u,
      ),
    ]);
    const bare = framework.statements.map((one) => (one === second ? { ...one, label: '' } : one));
    expect(publishFaults('mastery', copyDraft({ ...framework, statements: bare }, source))).toEqual([
      expect.stringMatching(/^Emerging, statement 2 has no label/u),
    ]);
  });

  it('gives the same framework as the one that was copied', () => {
    const framework = parseLerJson(fixtureText(LER_FIXTURE), 'x').frameworks[0];
    if (!framework) throw new Error('the fixture has no framework');
    const copy = draftFramework(
      framework,
      copyDraft(framework, { name: 'a', licence: null, attribution: null, url: null }),
    );
    expect(copy).toEqual(framework);
    expect(sameFramework(copy, framework)).toEqual({ verdict: 'same' });
  });

  it('numbers statements by their order within level and domain', () => {
    const { statements } = draftFramework(
      { instrument: 'mastery', version: '1' },
      changed(three, add('other', 2)),
    );
    expect(statements.map(({ rank, position }) => [rank, position])).toEqual([
      [1, 1],
      [1, 2],
      [1, 3],
      [2, 1],
    ]);
    expect(inSameList({ rank: 1, dimension: 'fortitude' }, { rank: 1, dimension: 'character' })).toBe(false);
  });
});
