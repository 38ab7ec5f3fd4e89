package dev.millrace.wire.global;

import dev.millrace.model.request.UpdateGlobalTableRequest;
import dev.millrace.model.request.UpdateGlobalTableRequest.ReplicaUpdate;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The wire form of UpdateGlobalTable.
public final class UpdateGlobalTableCodec extends RefusedCodec<UpdateGlobalTableRequest> {
    private static final Member<Fields> CREATE =
            Member.structure(
                    "Create",
                    Structure.of("CreateReplicaAction", GlobalMembers.REQUIRED_REGION_NAME));
    private static final Member<Fields> DELETE =
            Member.structure(
                    "Delete",
                    Structure.of("DeleteReplicaAction", GlobalMembers.REQUIRED_REGION_NAME));
    private static final Member<List<Fields>> REPLICA_UPDATES =
            Member.structures("ReplicaUpdates", Structure.of("ReplicaUpdate", CREATE, DELETE))
                    .required();
    private static final Structure REQUEST =
            Structure.of(
                    "UpdateGlobalTableInput", GlobalMembers.GLOBAL_TABLE_NAME, REPLICA_UPDATES);

    @Override
    public String operation() {
        return "UpdateGlobalTable";
    }

    @Override
    public UpdateGlobalTableRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new UpdateGlobalTableRequest(
                fields.require(GlobalMembers.GLOBAL_TABLE_NAME),
                fields.require(REPLICA_UPDATES).stream()
                        .map(update ->
                                new ReplicaUpdate(region(update, CREATE), region(update, DELETE)))
                        .toList());
    }

    private static @Nullable String region(Fields update, Member<Fields> action) {
        Fields fields = update.get(action);
        return fields == null ? null : fields.require(GlobalMembers.REQUIRED_REGION_NAME);
    }
}
