package dev.millrace.model.table;

import dev.millrace.model.insight.TableInsights;

import org.jspecify.annotations.Nullable;

/// What is set for a table beside its keys, billing and streams.
///
/// @param tableClassSummary null if the table was never given a class
/// @param sseDescription null if it is encrypted with a key that is DynamoDB's own
/// @param insights [TableInsights#NONE] for most tables
/// @param settingsReplication null if nothing was ever said about it
public record TableSettings(
        boolean deletionProtectionEnabled,
        @Nullable TableClassSummary tableClassSummary,
        @Nullable SseDescription sseDescription,
        OnDemandThroughput onDemandThroughput,
        WarmThroughput warmThroughput,
        ThroughputHistory throughputHistory,
        TableInsights insights,
        @Nullable SettingsReplication settingsReplication) {
    /// The settings of a table with this billing of which nothing else was said.
    public static TableSettings initial(BillingMode mode, ProvisionedThroughput throughput) {
        return new TableSettings(
                false,
                null,
                null,
                OnDemandThroughput.UNLIMITED,
                WarmThroughput.initial(mode, throughput),
                ThroughputHistory.NONE,
                TableInsights.NONE,
                null);
    }

    /// The same settings with deletion protection on or off.
    public TableSettings withDeletionProtection(boolean enabled) {
        return new TableSettings(
                enabled,
                tableClassSummary,
                sseDescription,
                onDemandThroughput,
                warmThroughput,
                throughputHistory,
                insights,
                settingsReplication);
    }

    /// The same settings with another class.
    public TableSettings withTableClass(@Nullable TableClassSummary summary) {
        return new TableSettings(
                deletionProtectionEnabled,
                summary,
                sseDescription,
                onDemandThroughput,
                warmThroughput,
                throughputHistory,
                insights,
                settingsReplication);
    }

    /// The same settings with another encryption.
    public TableSettings withSse(@Nullable SseDescription description) {
        return new TableSettings(
                deletionProtectionEnabled,
                tableClassSummary,
                description,
                onDemandThroughput,
                warmThroughput,
                throughputHistory,
                insights,
                settingsReplication);
    }

    /// The same settings with other limits of on-demand throughput.
    public TableSettings withOnDemandThroughput(OnDemandThroughput limits) {
        return new TableSettings(
                deletionProtectionEnabled,
                tableClassSummary,
                sseDescription,
                limits,
                warmThroughput,
                throughputHistory,
                insights,
                settingsReplication);
    }

    /// The same settings with another warm throughput.
    public TableSettings withWarmThroughput(WarmThroughput warm) {
        return new TableSettings(
                deletionProtectionEnabled,
                tableClassSummary,
                sseDescription,
                onDemandThroughput,
                warm,
                throughputHistory,
                insights,
                settingsReplication);
    }

    /// The same settings with another history.
    public TableSettings withHistory(ThroughputHistory history) {
        return new TableSettings(
                deletionProtectionEnabled,
                tableClassSummary,
                sseDescription,
                onDemandThroughput,
                warmThroughput,
                history,
                insights,
                settingsReplication);
    }

    /// The same settings with other contributor insights.
    public TableSettings withInsights(TableInsights next) {
        return new TableSettings(
                deletionProtectionEnabled,
                tableClassSummary,
                sseDescription,
                onDemandThroughput,
                warmThroughput,
                throughputHistory,
                next,
                settingsReplication);
    }

    /// The same settings with another word on the replication of settings.
    public TableSettings withSettingsReplication(@Nullable SettingsReplication next) {
        return new TableSettings(
                deletionProtectionEnabled,
                tableClassSummary,
                sseDescription,
                onDemandThroughput,
                warmThroughput,
                throughputHistory,
                insights,
                next);
    }
}
