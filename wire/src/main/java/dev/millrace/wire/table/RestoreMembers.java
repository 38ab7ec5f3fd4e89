package dev.millrace.wire.table;

import dev.millrace.model.backup.RestoreOverrides;
import dev.millrace.model.table.BillingMode;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;

import java.util.List;

/// The members that the operations that restore tables share.
final class RestoreMembers {
    static final Member<String> TARGET_TABLE_NAME = TableName.plain("TargetTableName").required();
    static final Member<String> BILLING_MODE = TableMembers.billingMode("BillingModeOverride");
    static final Member<List<Fields>> GLOBAL_INDEXES =
            IndexMembers.globalIndexes("GlobalSecondaryIndexOverride");
    static final Member<List<Fields>> LOCAL_INDEXES =
            IndexMembers.localIndexes("LocalSecondaryIndexOverride");
    static final Member<List<Fields>> VECTOR_INDEXES = VectorMembers.indexes("VectorIndexOverride");
    static final Member<Fields> PROVISIONED_THROUGHPUT =
            TableMembers.provisionedThroughput("ProvisionedThroughputOverride");
    static final Member<Fields> ON_DEMAND_THROUGHPUT =
            OptionMembers.onDemandThroughput("OnDemandThroughputOverride");
    static final Member<Fields> SSE_SPECIFICATION =
            OptionMembers.sseSpecification("SSESpecificationOverride");

    private RestoreMembers() {}

    static RestoreOverrides overrides(Fields fields) {
        return new RestoreOverrides(
                fields.choice(BILLING_MODE, BillingMode.class),
                IndexMembers.globalIndexes(fields, GLOBAL_INDEXES),
                IndexMembers.localIndexes(fields, LOCAL_INDEXES),
                TableMembers.provisionedThroughput(fields, PROVISIONED_THROUGHPUT),
                OptionMembers.onDemandThroughput(fields, ON_DEMAND_THROUGHPUT),
                OptionMembers.sseSpecification(fields, SSE_SPECIFICATION),
                VectorMembers.indexes(fields, VECTOR_INDEXES));
    }
}
