package dev.millrace.wire.item;

import dev.millrace.model.request.ExecuteStatementRequest;
import dev.millrace.model.response.ExecuteStatementResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

/// The wire form of ExecuteStatement.
public final class ExecuteStatementCodec
        implements OperationCodec<ExecuteStatementRequest, ExecuteStatementResponse> {
    private static final int NEXT_TOKEN_CHARS_MAX = 32_768;
    private static final Member<String> NEXT_TOKEN =
            Member.text("NextToken").rule(Rules.length(1, NEXT_TOKEN_CHARS_MAX));
    private static final Member<Integer> LIMIT = Member.integer("Limit").rule(Rules.atLeast(1));
    private static final Structure REQUEST =
            Structure.of(
                    "ExecuteStatementRequest",
                    StatementMembers.STATEMENT,
                    StatementMembers.PARAMETERS,
                    ItemMembers.CONSISTENT_READ,
                    NEXT_TOKEN,
                    ItemMembers.RETURN_CONSUMED_CAPACITY,
                    LIMIT,
                    ItemMembers.RETURN_VALUES_ON_CONDITION_CHECK_FAILURE);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "ExecuteStatement";
    }

    @Override
    public ExecuteStatementRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new ExecuteStatementRequest(
                fields.require(StatementMembers.STATEMENT),
                StatementMembers.validParameters(fields),
                fields.orElse(ItemMembers.CONSISTENT_READ, false),
                fields.get(LIMIT),
                fields.get(NEXT_TOKEN),
                ItemMembers.consumedCapacity(fields),
                ItemMembers.onConditionCheckFailure(fields));
    }

    @Override
    public void encode(ExecuteStatementResponse response, JsonOutput output) {
        output.document(() -> {
            PageJson.writeItems("Items", response.items(), output);
            output.text("NextToken", response.nextToken());
            output.item("LastEvaluatedKey", response.lastEvaluatedKey());
            CapacityJson.write(response.consumedCapacity(), output);
        });
    }
}
