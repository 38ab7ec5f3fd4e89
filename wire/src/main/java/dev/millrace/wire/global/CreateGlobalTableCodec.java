package dev.millrace.wire.global;

import dev.millrace.model.request.CreateGlobalTableRequest;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The wire form of CreateGlobalTable.
public final class CreateGlobalTableCodec extends RefusedCodec<CreateGlobalTableRequest> {
    private static final Member<List<Fields>> REPLICATION_GROUP =
            Member.structures(
                            "ReplicationGroup", Structure.of("Replica", GlobalMembers.REGION_NAME))
                    .required();
    private static final Structure REQUEST =
            Structure.of(
                    "CreateGlobalTableInput", GlobalMembers.GLOBAL_TABLE_NAME, REPLICATION_GROUP);

    @Override
    public String operation() {
        return "CreateGlobalTable";
    }

    @Override
    public CreateGlobalTableRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        List<@Nullable String> regions = new ArrayList<>();
        fields.require(REPLICATION_GROUP)
                .forEach(replica -> regions.add(replica.get(GlobalMembers.REGION_NAME)));
        return new CreateGlobalTableRequest(
                fields.require(GlobalMembers.GLOBAL_TABLE_NAME), regions);
    }
}
