import {
  AliasNode,
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  type DeleteQueryNode,
  IdentifierNode,
  type InsertQueryNode,
  type JoinNode,
  type KyselyPlugin,
  type MergeQueryNode,
  OnNode,
  type OperationNode,
  OperationNodeTransformer,
  OperatorNode,
  OrNode,
  ParensNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  PrimitiveValueListNode,
  type QueryResult,
  RawNode,
  ReferenceNode,
  type RootOperationNode,
  type SelectQueryNode,
  TableNode,
  type UnknownRow,
  type UpdateQueryNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
  WhereNode,
} from 'kysely';
import { TENANT_TABLES } from './table-scope';

const COLUMN = 'organizationId';
const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const SCOPED: ReadonlySet<string> = new Set(TENANT_TABLES.map(camel));

/** A condition in WHERE would drop the rows that these joins keep. */
const OUTER: ReadonlySet<string> = new Set(['RightJoin', 'FullJoin']);

/**
 * Names the organization as a value in every statement on a tenant table, joins included: the policy then is a
 * one-time filter and no statement depends on a person remembering it (security.md 1.4). Rows that are inserted
 * get the organization too.
 */
export class TenantPlugin implements KyselyPlugin {
  readonly #transformer: TenantTransformer;

  constructor(organizationId: string) {
    this.#transformer = new TenantTransformer(organizationId);
  }

  transformQuery(args: PluginTransformQueryArgs): RootOperationNode {
    return this.#transformer.transformNode(args.node, args.queryId);
  }

  async transformResult(args: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return args.result;
  }
}

class TenantTransformer extends OperationNodeTransformer {
  readonly #organizationId: string;

  constructor(organizationId: string) {
    super();
    this.#organizationId = organizationId;
  }

  protected override transformSelectQuery(node: SelectQueryNode): SelectQueryNode {
    const plain = super.transformSelectQuery(node);
    return { ...plain, ...this.#where(plain.where, plain.from?.froms ?? []) };
  }

  protected override transformUpdateQuery(node: UpdateQueryNode): UpdateQueryNode {
    const plain = super.transformUpdateQuery(node);
    const tables = [...(plain.table ? [plain.table] : []), ...(plain.from?.froms ?? [])];
    return { ...plain, ...this.#where(plain.where, tables) };
  }

  protected override transformDeleteQuery(node: DeleteQueryNode): DeleteQueryNode {
    const plain = super.transformDeleteQuery(node);
    return { ...plain, ...this.#where(plain.where, [...plain.from.froms, ...(plain.using?.tables ?? [])]) };
  }

  protected override transformJoin(node: JoinNode): JoinNode {
    const plain = super.transformJoin(node);
    if (OUTER.has(plain.joinType)) throw new Error('write a right or full join as left joins');
    const condition = this.#condition(plain.table);
    if (!condition) return plain;
    const on = plain.on ? OnNode.create(both(plain.on.on, condition)) : OnNode.create(condition);
    return { ...plain, joinType: plain.joinType === 'CrossJoin' ? 'InnerJoin' : plain.joinType, on };
  }

  protected override transformMergeQuery(node: MergeQueryNode): MergeQueryNode {
    const plain = super.transformMergeQuery(node);
    if (this.#condition(plain.into)) throw new Error('a merge names no organization: write insert or update');
    return plain;
  }

  protected override transformInsertQuery(node: InsertQueryNode): InsertQueryNode {
    const plain = super.transformInsertQuery(node);
    const table = plain.into && tableName(plain.into);
    if (!table || !SCOPED.has(table.name) || !plain.values) return plain;
    if (plain.columns?.some((column) => column.column.name === COLUMN)) return plain;
    if (!plain.columns || !ValuesNode.is(plain.values))
      throw new Error(`name the organization in an insert into ${table.name} that selects`);
    const values = ValuesNode.create(
      plain.values.values.map((row) =>
        PrimitiveValueListNode.is(row)
          ? PrimitiveValueListNode.create([...row.values, this.#organizationId])
          : ValueListNode.create([...row.values, ValueNode.create(this.#organizationId)]),
      ),
    );
    return { ...plain, columns: [...plain.columns, ColumnNode.create(COLUMN)], values };
  }

  #where(where: WhereNode | undefined, tables: readonly OperationNode[]): { where?: WhereNode } {
    const conditions = tables.flatMap((table) => this.#condition(table) ?? []);
    const [first, ...more] = conditions;
    if (!first) return where ? { where } : {};
    const named = more.reduce((left, right) => AndNode.create(left, right), first);
    return { where: WhereNode.create(where ? both(where.where, named) : named) };
  }

  #condition(node: OperationNode): OperationNode | undefined {
    const table = tableName(node);
    if (!table || !SCOPED.has(table.name)) return undefined;
    return BinaryOperationNode.create(
      ReferenceNode.create(ColumnNode.create(COLUMN), TableNode.create(table.alias)),
      OperatorNode.create('='),
      ValueNode.create(this.#organizationId),
    );
  }
}

/** Raw SQL may hold an or: it stays inside its own parentheses. */
function both(condition: OperationNode, organization: OperationNode): AndNode {
  const plain = RawNode.is(condition) || OrNode.is(condition) || AndNode.is(condition);
  return AndNode.create(plain ? ParensNode.create(condition) : condition, organization);
}

function tableName(node: OperationNode): { name: string; alias: string } | undefined {
  if (TableNode.is(node)) {
    const name = node.table.identifier.name;
    return { name, alias: name };
  }
  if (AliasNode.is(node) && TableNode.is(node.node) && IdentifierNode.is(node.alias)) {
    return { name: node.node.table.identifier.name, alias: node.alias.name };
  }
  return undefined;
}
