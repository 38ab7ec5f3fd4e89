package dev.millrace.wire.table;

import dev.millrace.model.request.TableOptions;
import dev.millrace.model.table.OnDemandThroughput;
import dev.millrace.model.table.SettingsReplication;
import dev.millrace.model.table.SseSpecification;
import dev.millrace.model.table.SseType;
import dev.millrace.model.table.TableClass;
import dev.millrace.model.table.WarmThroughputSpecification;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

import org.jspecify.annotations.Nullable;

/// The members of CreateTable and UpdateTable that set what [TableOptions] holds.
final class OptionMembers {
    private static final Member<Boolean> ENABLED = Member.truth("Enabled");
    private static final Member<String> SSE_TYPE = Member.choice("SSEType", "AES256", "KMS");
    private static final Member<String> KMS_MASTER_KEY_ID = Member.text("KMSMasterKeyId");
    private static final Member<Long> MAX_READ_REQUEST_UNITS =
            Member.longInteger("MaxReadRequestUnits");
    private static final Member<Long> MAX_WRITE_REQUEST_UNITS =
            Member.longInteger("MaxWriteRequestUnits");
    private static final Member<Long> READ_UNITS_PER_SECOND =
            Member.longInteger("ReadUnitsPerSecond");
    private static final Member<Long> WRITE_UNITS_PER_SECOND =
            Member.longInteger("WriteUnitsPerSecond");

    static final Member<Boolean> DELETION_PROTECTION_ENABLED =
            Member.truth("DeletionProtectionEnabled");
    static final Member<String> TABLE_CLASS =
            Member.choice("TableClass", "STANDARD", "STANDARD_INFREQUENT_ACCESS");
    static final Member<String> SETTINGS_REPLICATION =
            Member.choice(
                    "GlobalTableSettingsReplicationMode",
                    "ENABLED",
                    "DISABLED",
                    "ENABLED_WITH_OVERRIDES");
    static final Member<Fields> SSE_SPECIFICATION = sseSpecification("SSESpecification");
    static final Member<Fields> ON_DEMAND_THROUGHPUT = onDemandThroughput("OnDemandThroughput");
    static final Member<Fields> WARM_THROUGHPUT =
            Member.structure(
                    "WarmThroughput",
                    Structure.of("WarmThroughput", READ_UNITS_PER_SECOND, WRITE_UNITS_PER_SECOND));

    private OptionMembers() {}

    static Member<Fields> sseSpecification(String member) {
        return Member.structure(
                member, Structure.of("SSESpecification", ENABLED, SSE_TYPE, KMS_MASTER_KEY_ID));
    }

    static Member<Fields> onDemandThroughput(String member) {
        return Member.structure(
                member,
                Structure.of(
                        "OnDemandThroughput", MAX_READ_REQUEST_UNITS, MAX_WRITE_REQUEST_UNITS));
    }

    static TableOptions options(Fields fields) {
        return new TableOptions(
                fields.get(DELETION_PROTECTION_ENABLED),
                fields.choice(TABLE_CLASS, TableClass.class),
                sseSpecification(fields, SSE_SPECIFICATION),
                onDemandThroughput(fields),
                warmThroughput(fields),
                fields.choice(SETTINGS_REPLICATION, SettingsReplication.class));
    }

    static @Nullable SseSpecification sseSpecification(Fields fields, Member<Fields> member) {
        Fields sse = fields.get(member);
        return sse == null
                ? null
                : new SseSpecification(
                        sse.get(ENABLED),
                        sse.choice(SSE_TYPE, SseType.class),
                        sse.get(KMS_MASTER_KEY_ID));
    }

    // AWS takes an empty structure for none when something else is asked for; alone it is answered
    // with an internal failure there, which is not imitated.
    static @Nullable OnDemandThroughput onDemandThroughput(Fields fields) {
        return onDemandThroughput(fields, ON_DEMAND_THROUGHPUT);
    }

    static @Nullable OnDemandThroughput onDemandThroughput(Fields fields, Member<Fields> member) {
        Fields limits = fields.get(member);
        if (limits == null) {
            return null;
        }
        Long reads = limits.get(MAX_READ_REQUEST_UNITS);
        Long writes = limits.get(MAX_WRITE_REQUEST_UNITS);
        return reads == null && writes == null ? null : new OnDemandThroughput(reads, writes);
    }

    static @Nullable WarmThroughputSpecification warmThroughput(Fields fields) {
        Fields warm = fields.get(WARM_THROUGHPUT);
        if (warm == null) {
            return null;
        }
        Long reads = warm.get(READ_UNITS_PER_SECOND);
        Long writes = warm.get(WRITE_UNITS_PER_SECOND);
        return reads == null && writes == null
                ? null
                : new WarmThroughputSpecification(reads, writes);
    }
}
