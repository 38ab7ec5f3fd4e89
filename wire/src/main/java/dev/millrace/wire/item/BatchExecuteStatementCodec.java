package dev.millrace.wire.item;

import dev.millrace.model.request.BatchExecuteStatementRequest;
import dev.millrace.model.request.BatchStatement;
import dev.millrace.model.response.BatchExecuteStatementResponse;
import dev.millrace.model.response.BatchStatementError;
import dev.millrace.model.response.BatchStatementResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The wire form of BatchExecuteStatement.
public final class BatchExecuteStatementCodec
        implements OperationCodec<BatchExecuteStatementRequest, BatchExecuteStatementResponse> {
    private static final int STATEMENTS_MAX = 25;
    private static final Member<List<Fields>> STATEMENTS =
            Member.structures(
                            "Statements",
                            Structure.of(
                                    "BatchStatementRequest",
                                    StatementMembers.STATEMENT,
                                    StatementMembers.PARAMETERS,
                                    ItemMembers.CONSISTENT_READ,
                                    ItemMembers.RETURN_VALUES_ON_CONDITION_CHECK_FAILURE))
                    .required()
                    .rule(Rules.size(1, STATEMENTS_MAX));
    private static final Structure REQUEST =
            Structure.of(
                    "BatchExecuteStatementRequest",
                    STATEMENTS,
                    ItemMembers.RETURN_CONSUMED_CAPACITY);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "BatchExecuteStatement";
    }

    @Override
    public BatchExecuteStatementRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new BatchExecuteStatementRequest(
                fields.require(STATEMENTS).stream()
                        .map(BatchExecuteStatementCodec::statement)
                        .toList(),
                ItemMembers.consumedCapacity(fields));
    }

    @Override
    public void encode(BatchExecuteStatementResponse response, JsonOutput output) {
        output.document(() -> {
            output.startArray("Responses");
            for (BatchStatementResponse each : response.responses()) {
                output.startObject();
                write(each.error(), output);
                if (each.tableName() != null) {
                    output.text("TableName", output.ofTable(each.tableName()));
                }
                output.item("Item", each.item());
                output.endObject();
            }
            output.endArray();
            CapacityJson.writeAll(response.consumedCapacity(), output);
        });
    }

    private static BatchStatement statement(Fields of) {
        return new BatchStatement(
                of.require(StatementMembers.STATEMENT),
                StatementMembers.parameters(of),
                of.orElse(ItemMembers.CONSISTENT_READ, false),
                ItemMembers.onConditionCheckFailure(of),
                StatementMembers.fault(of));
    }

    private static void write(@Nullable BatchStatementError error, JsonOutput output) {
        if (error != null) {
            output.startObject("Error");
            output.text("Code", error.code());
            output.text("Message", error.message());
            output.item("Item", error.item());
            output.endObject();
        }
    }
}
