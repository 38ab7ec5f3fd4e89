package dev.millrace.wire.table;

import dev.millrace.model.request.UpdateTableRequest;
import dev.millrace.model.response.UpdateTableResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Structure;

/// The wire form of UpdateTable.
public final class UpdateTableCodec
        implements OperationCodec<UpdateTableRequest, UpdateTableResponse> {
    private static final Structure REQUEST =
            Structure.of(
                            "UpdateTableRequest",
                            TableMembers.ATTRIBUTE_DEFINITIONS,
                            TableName.NAME_OR_ARN,
                            TableMembers.BILLING_MODE,
                            TableMembers.PROVISIONED_THROUGHPUT,
                            IndexMembers.GLOBAL_SECONDARY_INDEX_UPDATES,
                            VectorMembers.VECTOR_INDEX_UPDATES,
                            TableMembers.STREAM_SPECIFICATION,
                            OptionMembers.SSE_SPECIFICATION,
                            OptionMembers.TABLE_CLASS,
                            OptionMembers.DELETION_PROTECTION_ENABLED,
                            OptionMembers.ON_DEMAND_THROUGHPUT,
                            OptionMembers.WARM_THROUGHPUT,
                            OptionMembers.SETTINGS_REPLICATION)
                    .refusing(
                            "ReplicaUpdates",
                            "MultiRegionConsistency",
                            "GlobalTableWitnessUpdates");

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "UpdateTable";
    }

    @Override
    public UpdateTableRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new UpdateTableRequest(
                TableName.of(fields.require(TableName.NAME_OR_ARN)),
                TableMembers.billingMode(fields),
                TableMembers.provisionedThroughput(fields),
                TableMembers.streamSpecification(fields),
                OptionMembers.options(fields),
                TableMembers.attributeDefinitions(fields),
                IndexMembers.updates(fields),
                VectorMembers.updates(fields));
    }

    @Override
    public void encode(UpdateTableResponse response, JsonOutput output) {
        output.document(
                () -> TableJson.write("TableDescription", response.tableDescription(), output));
    }
}
