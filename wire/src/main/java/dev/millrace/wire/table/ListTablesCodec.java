package dev.millrace.wire.table;

import dev.millrace.model.request.ListTablesRequest;
import dev.millrace.model.response.ListTablesResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

/// The wire form of ListTables.
public final class ListTablesCodec
        implements OperationCodec<ListTablesRequest, ListTablesResponse> {
    private static final int LIMIT_MAX = 100;
    private static final Member<String> EXCLUSIVE_START_TABLE_NAME =
            TableName.plain("ExclusiveStartTableName");
    private static final Member<Integer> LIMIT =
            Member.integer("Limit").rule(Rules.atLeast(1)).rule(Rules.atMost(LIMIT_MAX));
    private static final Structure REQUEST =
            Structure.of("ListTablesRequest", EXCLUSIVE_START_TABLE_NAME, LIMIT);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "ListTables";
    }

    @Override
    public ListTablesRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new ListTablesRequest(
                fields.get(EXCLUSIVE_START_TABLE_NAME), fields.orElse(LIMIT, LIMIT_MAX));
    }

    @Override
    public void encode(ListTablesResponse response, JsonOutput output) {
        output.document(() -> {
            output.startArray("TableNames");
            response.tableNames().forEach(output::text);
            output.endArray();
            output.text("LastEvaluatedTableName", response.lastEvaluatedTableName());
        });
    }
}
