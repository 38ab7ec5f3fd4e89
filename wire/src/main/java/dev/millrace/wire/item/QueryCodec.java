package dev.millrace.wire.item;

import dev.millrace.model.request.LegacyRead;
import dev.millrace.model.request.QueryRequest;
import dev.millrace.model.request.Select;
import dev.millrace.model.response.QueryResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;
import dev.millrace.wire.shape.Violations;
import dev.millrace.wire.value.ValueLayer;

import java.util.List;

/// The wire form of Query.
public final class QueryCodec implements OperationCodec<QueryRequest, QueryResponse> {
    private static final Member<Integer> LIMIT =
            Member.integer("Limit").rule(QueryCodec::checkLimit);
    private static final Member<Boolean> SCAN_INDEX_FORWARD = Member.truth("ScanIndexForward");
    private static final Structure REQUEST =
            Structure.of(
                    "QueryRequest",
                    ItemMembers.TABLE_NAME,
                    ItemMembers.INDEX_NAME,
                    ItemMembers.SELECT,
                    LIMIT,
                    ItemMembers.CONSISTENT_READ,
                    SCAN_INDEX_FORWARD,
                    ItemMembers.EXCLUSIVE_START_KEY,
                    ItemMembers.RETURN_CONSUMED_CAPACITY,
                    ItemMembers.PROJECTION_EXPRESSION,
                    ItemMembers.FILTER_EXPRESSION,
                    ItemMembers.KEY_CONDITION_EXPRESSION,
                    ItemMembers.NAMES,
                    ItemMembers.VALUES,
                    ConditionMembers.QUERY_FILTER,
                    ConditionMembers.CONDITIONAL_OPERATOR_OF_QUERY,
                    ConditionMembers.ATTRIBUTES_TO_GET,
                    ConditionMembers.KEY_CONDITIONS);
    private static final ParameterStyle STYLE =
            ParameterStyle.ofRead(
                    List.of(
                            ConditionMembers.ATTRIBUTES_TO_GET,
                            ConditionMembers.QUERY_FILTER,
                            ConditionMembers.CONDITIONAL_OPERATOR_OF_QUERY,
                            ConditionMembers.KEY_CONDITIONS),
                    List.of(
                            ItemMembers.PROJECTION_EXPRESSION,
                            ItemMembers.FILTER_EXPRESSION,
                            ItemMembers.KEY_CONDITION_EXPRESSION));

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "Query";
    }

    @Override
    public QueryRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        STYLE.require(fields, ConditionMembers.QUERY_FILTER);
        LegacyRead legacy = ConditionMembers.ofQuery(fields);
        return new QueryRequest(
                ItemMembers.tableName(fields),
                fields.get(ItemMembers.KEY_CONDITION_EXPRESSION),
                fields.get(ItemMembers.FILTER_EXPRESSION),
                fields.get(ItemMembers.PROJECTION_EXPRESSION),
                ItemMembers.placeholders(fields, ValueLayer.READ),
                fields.choice(ItemMembers.SELECT, Select.class),
                fields.get(LIMIT),
                fields.orElse(ItemMembers.CONSISTENT_READ, false),
                fields.orElse(SCAN_INDEX_FORWARD, true),
                ItemMembers.exclusiveStartKey(fields),
                ItemMembers.consumedCapacity(fields),
                legacy,
                fields.get(ItemMembers.INDEX_NAME),
                ItemMembers.startKeyFault(fields, ValueLayer.READ));
    }

    @Override
    public void encode(QueryResponse response, JsonOutput output) {
        output.document(() ->
                PageJson.write(
                        response.items(),
                        response.count(),
                        response.scannedCount(),
                        response.lastEvaluatedKey(),
                        response.consumedCapacity(),
                        output));
    }

    // Unlike Scan's, AWS's text does not show the value (dynamodb-api reference, section 9).
    private static void checkLimit(Integer limit, String path, Violations violations) {
        if (limit < 1) {
            violations.add(
                    "Value at 'Limit' failed to satisfy constraint: Member must have value greater"
                            + " than or equal to 1");
        }
    }
}
