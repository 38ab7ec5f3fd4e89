package dev.millrace.model.request;

import dev.millrace.model.table.OnDemandThroughput;
import dev.millrace.model.table.SettingsReplication;
import dev.millrace.model.table.SseSpecification;
import dev.millrace.model.table.TableClass;
import dev.millrace.model.table.WarmThroughputSpecification;

import org.jspecify.annotations.Nullable;

/// The settings that CreateTable and UpdateTable take alike; null is what a request says nothing
/// about. Of throughput, a request that names neither reads nor writes says nothing.
public record TableOptions(
        @Nullable Boolean deletionProtectionEnabled,
        @Nullable TableClass tableClass,
        @Nullable SseSpecification sseSpecification,
        @Nullable OnDemandThroughput onDemandThroughput,
        @Nullable WarmThroughputSpecification warmThroughput,
        @Nullable SettingsReplication settingsReplication) {
    /// Says nothing.
    public static final TableOptions NONE = new TableOptions(null, null, null, null, null, null);

    /// Says nothing about the replication of settings.
    public TableOptions(
            @Nullable Boolean deletionProtectionEnabled,
            @Nullable TableClass tableClass,
            @Nullable SseSpecification sseSpecification,
            @Nullable OnDemandThroughput onDemandThroughput,
            @Nullable WarmThroughputSpecification warmThroughput) {
        this(
                deletionProtectionEnabled,
                tableClass,
                sseSpecification,
                onDemandThroughput,
                warmThroughput,
                null);
    }
}
