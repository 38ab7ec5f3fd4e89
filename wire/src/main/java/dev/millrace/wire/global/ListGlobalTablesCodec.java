package dev.millrace.wire.global;

import dev.millrace.model.request.ListGlobalTablesRequest;
import dev.millrace.model.response.ListGlobalTablesResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

/// The wire form of ListGlobalTables.
public final class ListGlobalTablesCodec
        implements OperationCodec<ListGlobalTablesRequest, ListGlobalTablesResponse> {
    private static final Structure REQUEST =
            Structure.of(
                    "ListGlobalTablesInput",
                    TableName.plain("ExclusiveStartGlobalTableName"),
                    Member.integer("Limit").rule(Rules.atLeast(1)),
                    GlobalMembers.REGION_NAME);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "ListGlobalTables";
    }

    @Override
    public ListGlobalTablesRequest decode(JsonInput input) {
        REQUEST.decode(input);
        return new ListGlobalTablesRequest();
    }

    @Override
    public void encode(ListGlobalTablesResponse response, JsonOutput output) {
        output.document(() -> {
            output.startArray("GlobalTables");
            output.endArray();
        });
    }
}
