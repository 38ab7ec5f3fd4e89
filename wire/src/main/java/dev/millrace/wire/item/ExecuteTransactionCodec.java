package dev.millrace.wire.item;

import dev.millrace.model.request.ExecuteTransactionRequest;
import dev.millrace.model.request.TransactStatement;
import dev.millrace.model.response.ExecuteTransactionResponse;
import dev.millrace.model.response.ItemResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

import java.util.List;

/// The wire form of ExecuteTransaction.
public final class ExecuteTransactionCodec
        implements OperationCodec<ExecuteTransactionRequest, ExecuteTransactionResponse> {
    private static final Member<List<Fields>> TRANSACT_STATEMENTS =
            Member.structures(
                            "TransactStatements",
                            Structure.of(
                                    "ParameterizedStatement",
                                    StatementMembers.STATEMENT,
                                    StatementMembers.PARAMETERS,
                                    ItemMembers.RETURN_VALUES_ON_CONDITION_CHECK_FAILURE))
                    .required()
                    .rule(Rules.size(1, TransactWrites.COUNT_MAX));
    private static final Structure REQUEST =
            Structure.of(
                    "ExecuteTransactionRequest",
                    TRANSACT_STATEMENTS,
                    TransactWriteItemsCodec.CLIENT_REQUEST_TOKEN,
                    ItemMembers.RETURN_CONSUMED_CAPACITY);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "ExecuteTransaction";
    }

    @Override
    public ExecuteTransactionRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new ExecuteTransactionRequest(
                fields.require(TRANSACT_STATEMENTS).stream()
                        .map(ExecuteTransactionCodec::statement)
                        .toList(),
                fields.get(TransactWriteItemsCodec.CLIENT_REQUEST_TOKEN),
                ItemMembers.consumedCapacity(fields));
    }

    @Override
    public void encode(ExecuteTransactionResponse response, JsonOutput output) {
        output.document(() -> {
            output.startArray("Responses");
            for (ItemResponse each : response.responses()) {
                output.startObject();
                output.item("Item", each.item());
                output.endObject();
            }
            output.endArray();
            CapacityJson.writeAll(response.consumedCapacity(), output);
        });
    }

    private static TransactStatement statement(Fields of) {
        return new TransactStatement(
                of.require(StatementMembers.STATEMENT),
                StatementMembers.validParameters(of),
                ItemMembers.onConditionCheckFailure(of));
    }
}
