// An empty list of values, which SQLite takes as it is, put in words that PostgreSQL can read: in none, everything is not.
import {
  BinaryOperationNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  OperatorNode,
  PrimitiveValueListNode,
  type QueryId,
  ValueListNode,
  ValueNode,
} from 'kysely';

// Kysely's own plugin of this kind leaves out what stands within another query.
class EmptyLists extends OperationNodeTransformer {
  protected override transformBinaryOperation(node: BinaryOperationNode, queryId?: QueryId): BinaryOperationNode {
    const { operator, rightOperand } = node;
    const isList = PrimitiveValueListNode.is(rightOperand) || ValueListNode.is(rightOperand);
    if (!isList || rightOperand.values.length > 0 || !OperatorNode.is(operator)) return super.transformBinaryOperation(node, queryId);
    const all = operator.operator === 'not in';
    return BinaryOperationNode.create(ValueNode.createImmediate(1), OperatorNode.create('='), ValueNode.createImmediate(all ? 1 : 0));
  }
}

const transformer = new EmptyLists();

export const emptyLists: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
  transformResult: async ({ result }) => result,
};
