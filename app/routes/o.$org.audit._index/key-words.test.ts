import { expect, it } from 'vitest';
import { AUDIT_ACTIONS } from '~/modules/organizations/domain/audit/actions';
import { hasKeyWords, ID_DETAILS } from '~/modules/organizations/domain/audit/detail-words';
import { entryInWords } from '~/modules/organizations/domain/audit/entry-in-words';
import { keyInWords } from './key-words';

/** As much of a schema as tells which details are ids and keys. */
interface Schema {
  readonly def: { readonly type: string; readonly innerType?: Schema; readonly element?: Schema };
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly options?: readonly (string | Schema)[];
  readonly format?: string | null;
}

interface Leaf {
  readonly action: string;
  readonly name: string;
  readonly schema: Schema;
}

/** Every detail of an action that is no object, with its name. */
function leavesOf(action: string, name: string, schema: Schema): Leaf[] {
  const { type, innerType, element } = schema.def;
  const inner = innerType ?? element;
  if (type === 'object')
    return Object.entries(schema.shape ?? {}).flatMap(([part, one]) => leavesOf(action, part, one));
  if (type === 'union')
    return (schema.options ?? []).flatMap((one) =>
      typeof one === 'string' ? [] : leavesOf(action, name, one),
    );
  return inner ? leavesOf(action, name, inner) : [{ action, name, schema }];
}

const leaves = Object.entries(AUDIT_ACTIONS).flatMap(([action, { details }]) =>
  leavesOf(action, '', details as unknown as Schema),
);

it('every id among the details is known to name something, or to have no name', () => {
  const ids = leaves.filter(({ schema }) => schema.format === 'guid');
  expect(ids.length).toBeGreaterThan(15);
  const unknown = ids.filter(({ name }) => !Object.hasOwn(ID_DETAILS, name));
  expect(unknown.map(({ action, name }) => `${action} ${name}`)).toEqual([]);
});

it('every key among the details has words that somebody chose', () => {
  const keys = leaves.flatMap(({ action, name, schema }) =>
    schema.def.type === 'enum'
      ? (schema.options ?? []).map((key) => ({ action, name, key: String(key) }))
      : [],
  );
  expect(keys.length).toBeGreaterThan(50);
  const without = keys.filter(
    ({ action, name, key }) => !hasKeyWords(action, name, key) && keyInWords(action, name, key) === null,
  );
  expect(without).toEqual([]);
});

it('an answer to a contest, dimensions and fields are said as their pages say them', () => {
  const lines = (action: string, details: object) =>
    entryInWords(action, JSON.stringify(details), { key: keyInWords }).lines.map(({ value }) => value);
  expect(lines('contest.answer', { state: 'upheld' })).toEqual(['The rating stays']);
  expect(lines('rating.withdraw', { dimension: 'critical_thinking' })).toEqual(['Critical Thinking']);
  expect(lines('employee.change', { fields: ['endedOn', 'managerExternalId', 'isNew'] })).toEqual([
    'day of leaving, manager, is new',
  ]);
  expect(
    lines('position.change', { what: 'incumbent', fields: ['ai_use', 'incumbentId', 'roleBand'] }),
  ).toEqual(['who holds it', 'AI use, who holds it, role band']);
});
